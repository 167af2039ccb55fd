import { CloudVizError } from "../../core/error";
import type { DeliveryRound } from "../../db/webhooks/webhook-deliveries";
import { jobQueue } from "../../jobs/job-queue";
import { requestDelivery } from "./request-delivery";

/**
 * Gives a stored delivery to whoever sends it.
 * @throws CloudVizError "unavailable" when nobody takes it: a sweep asks again.
 */
export async function handOverDelivery(delivery: DeliveryRound): Promise<void> {
  try {
    await jobQueue().send([requestDelivery(delivery)]);
  } catch (cause) {
    throw new CloudVizError("unavailable", "The message is stored, but could not be given to whoever runs background work; it is sent later. Is Inngest reachable at INNGEST_BASE_URL, and is its event key right?", { cause });
  }
}
