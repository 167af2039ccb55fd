import { hasEnded, type Job, type JobResult, type JobStatus } from "../job/job";
import type { WebhookMessage } from "./webhook";

const endedTypes = {
  succeeded: "discovery.completed",
  partial: "discovery.partial",
  failed: "discovery.failed",
  cancelled: "discovery.cancelled",
} as const satisfies Partial<Record<JobStatus, WebhookMessage["type"]>>;

/** What is told of a job: the end of a discovery; nothing of one that goes on, or of other kinds. */
export function discoveryMessage(job: Job): WebhookMessage | null {
  const { id: jobId, connectionId, status, attempt, startedAt, finishedAt, result } = job;
  if (job.kind !== "discovery" || !hasEnded(job) || status === "queued" || status === "running") return null;
  const self = `/api/v1/jobs/${jobId}`;
  const data = {
    jobId,
    connectionId,
    status,
    attempt,
    startedAt,
    finishedAt,
    counts: result === null ? null : { resources: result.resources, edges: result.edges, added: result.added, changed: result.changed, gone: result.gone },
    problems: job.coverage.filter((row) => row.status !== "complete" && row.status !== "disabled").length,
    links: { job: self, cells: `${self}/cells` },
  };
  return { type: endedTypes[status], timestamp: finishedAt ?? new Date().toISOString(), data };
}

/** What is told of a publication; nothing when it changed nothing. */
export function changeMessage({ connectionId, jobId, at, result: { resources, added, changed, gone } }: { connectionId: string; jobId: string | null; at: Date; result: JobResult }): WebhookMessage | null {
  if (added + changed + gone === 0) return null;
  const links = { connection: `/api/v1/connections/${connectionId}`, resources: `/api/v1/resources?filter=${encodeURIComponent(`source=${connectionId}`)}` };
  return { type: "resources.changed", timestamp: at.toISOString(), data: { connectionId, jobId, counts: { resources, added, changed, gone }, links } };
}

export function testMessage(webhookId: string): WebhookMessage {
  return { type: "webhook.test", timestamp: new Date().toISOString(), data: { webhookId, links: { webhook: `/api/v1/webhooks/${webhookId}` } } };
}
