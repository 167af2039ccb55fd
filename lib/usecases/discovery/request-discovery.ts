import type { Job } from "../../core/job/job";
import type { WorkEvent } from "../../jobs/work-events";

/** The event that begins a discovery, or tries again what failed of it. */
export function requestDiscovery({ id: jobId, attempt }: Pick<Job, "id" | "attempt">): WorkEvent {
  return { name: "discovery/requested", id: `${jobId}:${attempt}:requested`, data: { jobId, attempt } };
}

/** The event that ends what is being done for one attempt of a discovery. */
export function cancellation({ id: jobId, attempt }: Pick<Job, "id" | "attempt">): WorkEvent {
  return { name: "discovery/cancelled", id: `${jobId}:${attempt}:cancelled`, data: { jobId, attempt } };
}

/** The event that has a discovery published. */
export function publishRequest({ id: jobId, attempt }: Pick<Job, "id" | "attempt">): WorkEvent {
  return { name: "discovery/collected", id: `${jobId}:${attempt}:collected`, data: { jobId, attempt } };
}
