import { z } from "zod";
import { attributeLevels, groupLevels, longestTagKey, mostLevels } from "./group-levels";
import { jsonObject } from "../json";

/** One level of nesting: a provider's own, an attribute, or `tag:<key>`. */
export const groupKey = z.union([z.enum(groupLevels), z.enum(attributeLevels), z.templateLiteral(["tag:", z.string().min(1).max(longestTagKey)])]);
export type GroupKey = z.infer<typeof groupKey>;

/** Outermost first. In the order of `groupLevels` each provider keeps its own order; another order is taken as it is. */
export const grouping = z.array(groupKey).max(mostLevels);
export type Grouping = z.infer<typeof grouping>;

/**
 * Where a box stands, in px from the top left corner of the frame around it. `pinned`: a person put it there; otherwise it is
 * only remembered, so that the picture stays when the inventory changes.
 */
export const place = z.object({ x: z.number(), y: z.number(), pinned: z.boolean().default(true) });
export type Place = z.infer<typeof place>;

/** Edits of a resource that is no longer in the inventory. They apply again by themselves when it comes back. */
export const orphan = z.object({
  name: z.string(),
  type: z.string(),
  place: place.optional(),
  isHidden: z.boolean().optional(),
  isCollapsed: z.boolean().optional(),
  title: z.string().optional(),
  note: z.string().optional(),
});
export type Orphan = z.infer<typeof orphan>;

/**
 * Manual edits, keyed by resource id (frames that are no resources: by their own id, such as `region:…`). Re-discovery never
 * discards them; those of what no longer exists are told in `orphans`. Later kinds of edits are further keys of this object.
 */
export const overlay = z.object({
  places: z.record(z.string(), place).default({}),
  hidden: z.array(z.string()).default([]),
  names: z.record(z.string(), z.string().min(1).max(200)).default({}),
  notes: z.record(z.string(), z.string().min(1).max(5000)).default({}),
  /** Frames that are folded into one box. */
  collapsed: z.array(z.string()).default([]),
  /** What was first seen after this moment is marked as new; null = since the diagram was made. */
  seenAt: z.iso.datetime().nullable().default(null),
  orphans: z.record(z.string(), orphan).default({}),
});
export type Overlay = z.infer<typeof overlay>;

export const diagram = z.object({
  id: z.string(),
  title: z.string().min(1).max(200),
  /** `filter` selects the resources (empty = all); `at` is a moment of the inventory's history, null = now. */
  source: z.object({ filter: z.string().max(2000), at: z.iso.datetime().nullable() }),
  grouping,
  layout: z.object({ id: z.string(), options: jsonObject }),
  theme: z.string(),
  overlay,
  version: z.number().int().positive(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
});
export type Diagram = z.infer<typeof diagram>;

/** A diagram in a list: without its edits, which are 1.8 MB where 10,000 places are remembered. */
export const diagramSummary = diagram.omit({ overlay: true });
export type DiagramSummary = z.infer<typeof diagramSummary>;
