import type { SilentDiscovery } from "../../db/jobs/jobs";
import type { WorkEvent } from "../../jobs/work-events";
import { jobQueue } from "../../jobs/job-queue";
import { requestPendingDeliveries } from "../webhooks/request-pending-deliveries";
import { breakOffDiscovery } from "../discovery/break-off-discovery";
import { cancellation, publishRequest, requestDiscovery } from "../discovery/request-discovery";
import { abandonedAfterMs } from "./abandoned-after";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Long enough for whoever stores a job to hand it over. */
const handedOverAfterMs = minuteMs;
/** The longest step is one service in one region with every retry: minutes. */
const lostAfterMs = 30 * minuteMs;
/** What is lost again and again is not tried for ever. */
const givenUpAfterMs = dayMs;
/** For whom a request is made again. */
const idempotentForMs = dayMs;
/** What a page shows of a job besides its result, and what was sent to webhooks: a discovery of 14,000 cells writes some 10 MB of it. */
const detailForMs = 30 * dayMs;
/** Runs of the embedded executor, for whoever looks for a fault. */
const runsForMs = 3 * dayMs;

export interface Swept {
  /** Discoveries and deliveries that were asked for once more. */
  requested: number;
  givenUp: number;
}

/**
 * Takes up what was left behind: a discovery that was stored and never handed over (the server was killed in between, or work
 * changed from Inngest to this server), and one whose cells have ended and that nobody published. Events have the ids that they
 * had, so what is under way already is not begun twice. One in which nothing happens any more is taken up as another attempt, since
 * whoever lost it keeps the ids of its events. Then removes what is old.
 */
export async function sweepWork(now: Date): Promise<Swept> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const [jobs, { dropOldFindings }, { dropOldRequests }, { dropOldDetails }, { dropOldDeliveries }, { dropExpiredFiles }] = await Promise.all([
    import("../../db/jobs/jobs"),
    import("../../db/jobs/job-findings"),
    import("../../db/idempotent-requests"),
    import("../../db/jobs/job-events"),
    import("../../db/webhooks/webhook-deliveries"),
    import("../../db/exports"),
  ]);
  const lost = await jobs.listSilentDiscoveries(before(lostAfterMs));
  const [old, young] = [lost.filter(({ createdAt }) => createdAt < before(givenUpAfterMs)), lost.filter(({ createdAt }) => createdAt >= before(givenUpAfterMs))];
  for (const { id } of old) await breakOffDiscovery(id, "This discovery came to no end within a day. Start it again.");
  const again = await Promise.all(young.map(takeUpAgain));
  const waiting = await jobs.listSilentDiscoveries(before(handedOverAfterMs));
  const events = [...again.flat(), ...waiting.map(nextStep)];
  if (events.length > 0) await jobQueue().send(events);
  const deliveries = await requestPendingDeliveries(now);
  await jobs.failAbandonedJobs(before(abandonedAfterMs), "The server was stopped while this job was running. Start it again.");
  await dropOldFindings();
  await dropExpiredFiles(now);
  await dropOldDetails(before(detailForMs));
  await dropOldDeliveries(before(detailForMs));
  await dropOldRequests(before(idempotentForMs));
  await jobQueue().prune(before(runsForMs));
  return { requested: events.length + deliveries, givenUp: old.length };
}

function nextStep(job: SilentDiscovery): WorkEvent {
  return job.isCollected ? publishRequest(job) : requestDiscovery(job);
}

async function takeUpAgain(job: SilentDiscovery): Promise<WorkEvent[]> {
  const jobs = await import("../../db/jobs/jobs");
  if (!(await jobs.takeUpAgain(job, "Nothing had happened for half an hour: what is unfinished is looked at again."))) return [];
  return [cancellation(job), nextStep({ ...job, attempt: job.attempt + 1 })];
}
