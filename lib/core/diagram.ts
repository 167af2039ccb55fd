import { z } from "zod";
import { jsonObject } from "./json";

/** The nesting levels a diagram can use, outermost first. Each provider draws those that it has. */
export const groupLevels = ["provider", "account", "group", "region", "network", "subnet"] as const;
export const groupLevel = z.enum(groupLevels);
export type GroupLevel = z.infer<typeof groupLevel>;

/** Manual edits, keyed by resource id. Re-discovery never discards them; what no longer exists moves to `orphans`. */
export const overlay = z.object({
  places: z.record(z.string(), z.object({ x: z.number(), y: z.number() })).default({}),
  hidden: z.array(z.string()).default([]),
  names: z.record(z.string(), z.string()).default({}),
  notes: z.record(z.string(), z.string()).default({}),
  orphans: z.record(z.string(), jsonObject).default({}),
});
export type Overlay = z.infer<typeof overlay>;

export const diagram = z.object({
  id: z.string(),
  title: z.string().min(1).max(200),
  /** `filter` selects the resources (empty = all); `at` is a moment of the inventory's history, null = now. */
  source: z.object({ filter: z.string().max(2000), at: z.iso.datetime().nullable() }),
  grouping: z.array(groupLevel),
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
