import { z } from "zod";
import { coverage } from "../resource/coverage";
import { exportStages } from "./job-states";

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

/** What an export draws, and its file as soon as there is one. */
export const jobExport = z.object({
  /** The diagram may be gone meanwhile. */
  diagramId: z.string(),
  /** As the diagram was called. */
  title: z.string(),
  /** As the format is called. */
  format: z.string(),
  filename: z.string().nullable(),
  /** The file is kept until then; null while there is none. */
  expiresAt: z.iso.datetime().nullable(),
});
export type JobExport = z.infer<typeof jobExport>;

/** One run in the background. `progress` counts calls (discovery), resources (import) or stages (export); `planned` is null while unknown. */
export const job = z.object({
  id: z.string(),
  kind: jobKind,
  connectionId: z.string().nullable(),
  status: jobStatus,
  progress: z.object({ done: z.number().int().nonnegative(), planned: z.number().int().nonnegative().nullable() }),
  result: jobResult.nullable(),
  /** Null for jobs of other kinds. */
  export: jobExport.nullable(),
  coverage: z.array(coverage),
  error: z.string().nullable(),
  /** Grows when what failed is tried again. */
  attempt: z.number().int().positive(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Job = z.infer<typeof job>;

/** A job in a list. What it could see is told of each alone: a discovery of 14,000 cells says 4 MB of it. */
export const listedJob = job.omit({ coverage: true });
export type ListedJob = z.infer<typeof listedJob>;

/** `skipped`: not enabled for the account. `empty`: seen completely, and nothing is there. `throttled`: tried again after a while. */
export const cellStatus = z.enum(["queued", "running", "throttled", "complete", "empty", "skipped", "denied", "failed", "cancelled"]);
export type CellStatus = z.infer<typeof cellStatus>;

/** One collector in one region of one account, as a discovery goes through them. `region: null` = the service is global. */
export const jobCell = z.object({
  /** Its place in the plan, from 0. */
  ordinal: z.number().int().nonnegative(),
  account: z.string(),
  region: z.string().nullable(),
  collector: z.string(),
  status: cellStatus,
  count: z.number().int().nonnegative(),
  /** Against the discovery before; null until the job's findings are published. */
  added: z.number().int().nonnegative().nullable(),
  gone: z.number().int().nonnegative().nullable(),
  permission: z.string().nullable(),
  message: z.string().nullable(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type JobCell = z.infer<typeof jobCell>;

export const jobLogLevel = z.enum(["info", "warn", "error"]);

/** What happened to a job. `id` grows, also over jobs. */
export const jobEvent = z.discriminatedUnion("type", [
  z.object({ id: z.number().int(), at: z.iso.datetime(), type: z.literal("job"), data: z.object({ status: jobStatus, error: z.string().nullable() }) }),
  z.object({ id: z.number().int(), at: z.iso.datetime(), type: z.literal("cell"), data: jobCell }),
  z.object({ id: z.number().int(), at: z.iso.datetime(), type: z.literal("stage"), data: z.object({ stage: z.enum(exportStages), done: z.number().int().nonnegative(), planned: z.number().int().positive() }) }),
  z.object({ id: z.number().int(), at: z.iso.datetime(), type: z.literal("log"), data: z.object({ level: jobLogLevel, message: z.string() }) }),
]);
export type JobEvent = z.infer<typeof jobEvent>;
export type JobEventDraft = { [Type in JobEvent["type"]]: Pick<Extract<JobEvent, { type: Type }>, "type" | "data"> }[JobEvent["type"]];

// In a file of their own for the browser, which needs no schemas.
export { exportStages, failedCells, hasEnded, unfinishedCells, type ExportStage } from "./job-states";
