import { jobQueue } from "../../jobs/job-queue";
import { requestDelivery } from "./request-delivery";

/** An attempt takes 15 s; longer than this it waits only where the queue is full, or where nobody is at work on it. */
const overdueAfterMs = 60 * 60 * 1000;
const atOnce = 1000;

/**
 * Has sent what is stored and on nobody's way: what is new, and what was left behind (the server was killed before it could
 * ask, or work changed from Inngest to this server). What was asked for already is not sent twice. Returns how many.
 */
export async function requestPendingDeliveries(now = new Date()): Promise<number> {
  const { listUntried, renewOverdue } = await import("../../db/webhooks/webhook-deliveries");
  const left = await renewOverdue(new Date(now.getTime() - overdueAfterMs));
  const known = new Set(left.map(({ id }) => id));
  const fresh = (await listUntried(atOnce)).filter(({ id }) => !known.has(id));
  const events = [...left, ...fresh].map(requestDelivery);
  if (events.length > 0) await jobQueue().send(events);
  return events.length;
}
