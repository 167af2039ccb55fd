import type { JobCells, JobPage } from "../core/api/jobs";
import type { Job, JobEvent } from "../core/job/job";
import { readStream } from "./event-stream";
import { request } from "./request";

export interface JobsQuery {
  /** One or several statuses with commas between; `running` is everything that has not ended. Empty = all. */
  status?: string;
  cursor?: string | null;
  limit?: number;
}

/** Newest first, page by page. */
export function listJobs(query: JobsQuery = {}, signal?: AbortSignal): Promise<JobPage> {
  return request<JobPage>("jobs", { signal, query: { ...query } });
}

/** `waitSeconds` > 0 answers only when the job has ended or so many seconds have passed. */
export function getJob(id: string, waitSeconds = 0, signal?: AbortSignal): Promise<Job> {
  return request<Job>(`jobs/${encodeURIComponent(id)}`, { signal, query: { wait: waitSeconds === 0 ? null : waitSeconds } });
}

/** What a discovery looks at; empty while it is planned. */
export function listJobCells(id: string, signal?: AbortSignal): Promise<JobCells> {
  return request<JobCells>(`jobs/${encodeURIComponent(id)}/cells`, { signal });
}

export function cancelJob(id: string): Promise<Job> {
  return request<Job>(`jobs/${encodeURIComponent(id)}/cancel`, { method: "POST" });
}

/** Looks again at what failed, was denied or cancelled. */
export function retryJob(id: string): Promise<Job> {
  return request<Job>(`jobs/${encodeURIComponent(id)}/retry`, { method: "POST" });
}

const eventTypes = ["job", "cell", "stage", "log"] as const satisfies readonly JobEvent["type"][];

/**
 * Tells what happens to a job after the event `after` (0 = from its beginning), as it happens. `onStop`: nothing more comes by this
 * way, because the job has ended or because no stream can be had. Call what is returned to stop before.
 */
export function watchJob(id: string, after: number, { onEvent, onStop }: { onEvent: (event: JobEvent) => void; onStop: () => void }): () => void {
  // The server has made it with the schema that JobEvent is of.
  return readStream(`jobs/${encodeURIComponent(id)}/events`, { after }, eventTypes, { onEvent: (_, json) => onEvent(JSON.parse(json) as JobEvent), onStop });
}
