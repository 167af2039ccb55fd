import { logger } from "../../observability/logger";
import { requestPendingDeliveries } from "./request-pending-deliveries";

/** Has sent what was just stored for webhooks. Should nobody take it now, the next sweep asks again: what happened has happened. */
export async function tellWebhooks(): Promise<void> {
  await requestPendingDeliveries().catch((err: unknown) => logger().warn({ err }, "webhook deliveries wait for the next sweep"));
}
