import { z } from "zod";
import { category } from "../resource/category";
import { diagramView } from "../diagram/view";
import { share, shareAllowance, shareHiding, shareMode, shareOrigin, shareView } from "../share/share";
import { page, pageQuery } from "./page";

export const sharePage = z.object({ data: z.array(share), page });

export const shareQuery = pageQuery.pick({ limit: true, cursor: true }).extend({
  /** Only links to this diagram. */
  diagram: z.string().max(100).optional(),
});

const label = z.string().trim().min(1).max(200);
const password = z.string().min(8).max(200);
const origins = z.array(shareOrigin).max(20);

/** Days that a link lives when nobody says how long. */
export const shareDays = 7;

/** A new link; what is left out gets its default: live, seven days, no password, ids, addresses, tags and costs hidden. */
export const newShare = z.strictObject({
  label: label.nullable().default(null),
  mode: shareMode.default("live"),
  view: shareView.default(() => shareView.parse({})),
  hide: shareHiding.default(() => shareHiding.parse({})),
  allow: shareAllowance.default(() => shareAllowance.parse({})),
  origins: origins.default([]),
  password: password.nullable().default(null),
  /** Left out: in seven days; null = never. */
  expiresAt: z.iso.datetime().nullable().optional(),
});
export type NewShare = z.input<typeof newShare>;

/** What is left out stays. */
export const shareChange = z.strictObject({
  label: label.nullable().optional(),
  paused: z.boolean().optional(),
  hide: shareHiding.optional(),
  allow: shareAllowance.optional(),
  origins: origins.optional(),
  /** null takes it away. */
  password: password.nullable().optional(),
  expiresAt: z.iso.datetime().nullable().optional(),
});
export type ShareChange = z.input<typeof shareChange>;

/** Told once: afterwards nobody can say what the token was. */
export const madeShare = z.object({ share, token: z.string(), path: z.string() });
export type MadeShare = z.infer<typeof madeShare>;

export const sharePassword = z.strictObject({ password: z.string().max(200) });

/** `again`: of a page that shows it already, which is no further view. */
export const sharedQuery = z.object({ again: z.stringbool().default(false) });

/** A shared diagram as who opens the link sees it: the view without what is hidden. */
export const sharedDiagram = z.object({
  mode: shareMode,
  /** The moment that is shown: frozen then, or when the inventory last changed. */
  asOf: z.iso.datetime().nullable(),
  allow: shareAllowance,
  hide: shareHiding,
  view: diagramView,
});
export type SharedDiagram = z.infer<typeof sharedDiagram>;

/** A shared resource in the table. Null = hidden or not known. */
export const sharedResource = z.object({
  name: z.string(),
  type: z.string(),
  typeLabel: z.string(),
  category,
  provider: z.string(),
  account: z.string().nullable(),
  region: z.string().nullable(),
  state: z.string().nullable(),
});
export type SharedResource = z.infer<typeof sharedResource>;

export const sharedTable = z.object({ data: z.array(sharedResource) });
export type SharedTable = z.infer<typeof sharedTable>;
