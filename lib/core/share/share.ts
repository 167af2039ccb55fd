import { z } from "zod";
import { jsonObject } from "../json";

/** What a link does not tell. It is taken out on the server: what is hidden is in no answer. */
export const shareHiding = z.strictObject({
  /** Names and titles become `Instance 1`, `Bucket 2`; the names that a person gave on the diagram, notes and free texts go. */
  names: z.boolean().default(false),
  /** Ids of resources and accounts. */
  ids: z.boolean().default(true),
  /** IP addresses, ranges, host names and ARNs. */
  addresses: z.boolean().default(true),
  tags: z.boolean().default(true),
  costs: z.boolean().default(true),
});
export type ShareHiding = z.infer<typeof shareHiding>;

/** What who opens the link may do besides looking at the picture. */
export const shareAllowance = z.strictObject({
  table: z.boolean().default(true),
  /** `/s/{token}.svg`, `.png`, `.mmd` and `.json`, and the buttons that save them. */
  files: z.boolean().default(true),
});
export type ShareAllowance = z.infer<typeof shareAllowance>;

/** The view that is shown; null for what is as the diagram says. */
export const shareView = z.strictObject({
  q: z.string().max(2000).default(""),
  group: z.string().max(2000).nullable().default(null),
  preset: z.string().max(50).nullable().default(null),
  layout: z.strictObject({ id: z.string().min(1).max(50), options: jsonObject.default({}) }).nullable().default(null),
  theme: z.string().min(1).max(50).nullable().default(null),
});
export type ShareView = z.infer<typeof shareView>;

/** `live` follows the diagram and the inventory; `frozen` stays as both were when it was made. */
export const shareMode = z.enum(["live", "frozen"]);
export type ShareMode = z.infer<typeof shareMode>;

/** Only an `active` link opens; to who opens another, it is as if there were none. */
export const shareStatus = z.enum(["active", "paused", "expired", "revoked"]);
export type ShareStatus = z.infer<typeof shareStatus>;

/** A scheme, host and port that may show the link in a frame, such as `https://wiki.example.com`. */
export const shareOrigin = z.string().max(200).regex(/^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d{1,5})?$/i, "is no origin: write a scheme and a host, such as https://wiki.example.com");

/** A link to a diagram, as who manages it sees it. Its token is told once, when it is made or rotated; only a hash is kept. */
export const share = z.object({
  id: z.string(),
  diagramId: z.string(),
  diagramTitle: z.string(),
  /** For the list of links; not told to who opens it. */
  label: z.string().nullable(),
  mode: shareMode,
  /** The moment at which it was frozen; null = live. */
  frozenAt: z.iso.datetime().nullable(),
  view: shareView,
  hide: shareHiding,
  allow: shareAllowance,
  /** Who may show it in a frame; none = nobody. */
  origins: z.array(shareOrigin),
  hasPassword: z.boolean(),
  status: shareStatus,
  /** null = never */
  expiresAt: z.iso.datetime().nullable(),
  views: z.number().int().nonnegative(),
  lastViewedAt: z.iso.datetime().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type Share = z.infer<typeof share>;
