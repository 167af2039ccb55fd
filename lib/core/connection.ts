import { z } from "zod";

/**
 * A place resources are known from: a cloud account reached with credentials, an imported file, or the demo estate.
 * Credentials are never part of it; `hasCredentials` only says that sealed ones are kept.
 */
export const connection = z.object({
  id: z.string(),
  kind: z.enum(["cloud", "file", "demo"]),
  /** The provider's id for a cloud, the importer's id for a file. */
  source: z.string(),
  name: z.string().min(1).max(200),
  /** What the source needs to know besides credentials (regions to look at, the state's lineage …). */
  settings: z.record(z.string(), z.json()),
  hasCredentials: z.boolean(),
  resourceCount: z.number().int().nonnegative(),
  lastJobId: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Connection = z.infer<typeof connection>;
