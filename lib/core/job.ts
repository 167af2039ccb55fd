import { z } from "zod";
import { coverage } from "./coverage";

export const jobKind = z.enum(["discovery", "import", "export", "webhook"]);
export type JobKind = z.infer<typeof jobKind>;

export const jobStatus = z.enum(["queued", "running", "succeeded", "partial", "failed", "cancelled"]);
export type JobStatus = z.infer<typeof jobStatus>;

/** What a run changed in the inventory. */
export const jobResult = z.object({
  resources: z.number().int().nonnegative(),
  edges: z.number().int().nonnegative(),
  added: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  gone: z.number().int().nonnegative(),
  notices: z.array(z.string()),
});
export type JobResult = z.infer<typeof jobResult>;

/** One run in the background. `progress` counts calls (discovery) or resources (import); `planned` is null while unknown. */
export const job = z.object({
  id: z.string(),
  kind: jobKind,
  connectionId: z.string().nullable(),
  status: jobStatus,
  progress: z.object({ done: z.number().int().nonnegative(), planned: z.number().int().nonnegative().nullable() }),
  result: jobResult.nullable(),
  coverage: z.array(coverage),
  error: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Job = z.infer<typeof job>;
