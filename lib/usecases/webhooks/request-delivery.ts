import type { WorkEvent } from "../../jobs/work-events";

/** The event that has a delivery sent. */
export function requestDelivery({ id: deliveryId, webhookId, round }: { id: string; webhookId: string; round: number }): WorkEvent {
  return { name: "webhook/delivery.requested", id: `${deliveryId}:${round}`, data: { webhookId, deliveryId, round } };
}
