import type { Coverage } from "../core/coverage";
import type { Job, JobKind, JobResult } from "../core/job";

export interface NewJob {
  kind: JobKind;
  connectionId: string | null;
  createdBy: string;
}

export interface JobContext {
  job: Job;
  /** Aborts when the job is cancelled. */
  signal: AbortSignal;
  progress(progress: Job["progress"]): void;
}

export interface JobOutcome {
  status: "succeeded" | "partial" | "cancelled";
  result: JobResult | null;
  coverage: Coverage[];
}

/** What is done for one kind of job. It gets the job and looks up the rest, so that another process can run it too. */
export type JobWork = (context: JobContext) => Promise<JobOutcome>;

/** Work in the background, whoever runs it. */
export interface JobRunner {
  /** Stores the job as queued and answers; it runs when there is room. */
  start(job: NewJob): Promise<Job>;
  /** Asks the job to stop; it ends as cancelled soon after. Null when there is no such job; one that has ended stays as it is. */
  cancel(id: string): Promise<Job | null>;
  get(id: string): Promise<Job | null>;
  /** The job's states as they come, the present one first, the last one when it has ended. */
  watch(id: string, signal: AbortSignal): AsyncIterable<Job>;
}

export type JobPatch = Partial<Pick<Job, "status" | "progress" | "result" | "coverage" | "error" | "startedAt" | "finishedAt">>;

/** Where jobs are kept. */
export interface JobStore {
  create(job: NewJob): Promise<Job>;
  update(id: string, patch: JobPatch): Promise<Job>;
  get(id: string): Promise<Job | null>;
}

export function hasEnded(job: Pick<Job, "status">): boolean {
  return job.status !== "queued" && job.status !== "running";
}
