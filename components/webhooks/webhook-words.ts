import type { DeliveredEvent, DeliveryStatus, Webhook, WebhookDelivery, WebhookEvent } from "@/lib/core/webhook/webhook";
import type { Tone } from "../ui/badge";

export const eventLabels: Record<WebhookEvent, { label: string; hint: string }> = {
  "discovery.completed": { label: "Discovery completed", hint: "Everything could be seen" },
  "discovery.partial": { label: "Discovery partly done", hint: "Some of it was denied or failed" },
  "discovery.failed": { label: "Discovery failed", hint: "Nothing could be seen" },
  "discovery.cancelled": { label: "Discovery cancelled", hint: "Somebody stopped it" },
  "resources.changed": { label: "Resources changed", hint: "Once for each discovery or import, with counts" },
};

// Of the table, not of lib/core: its schema would bring zod into the browser.
export const eventsInOrder = Object.keys(eventLabels) as WebhookEvent[];

export function eventLabel(event: DeliveredEvent): string {
  return event === "webhook.test" ? "Test" : eventLabels[event].label;
}

const deliveryLabels: Record<DeliveryStatus, { label: string; tone: Tone }> = {
  pending: { label: "On its way", tone: "info" },
  delivered: { label: "Delivered", tone: "ok" },
  failed: { label: "Failed", tone: "danger" },
  cancelled: { label: "Given up", tone: "neutral" },
};

/** `Retrying`: it was refused, and is tried again later. */
export function deliveryState({ status, attempts }: Pick<WebhookDelivery, "status" | "attempts">): { label: string; tone: Tone } {
  return status === "pending" && attempts > 0 ? { label: "Retrying", tone: "warn" } : deliveryLabels[status];
}

/** What it is called: its description, or where it leads. */
export function nameOf({ description, url }: Pick<Webhook, "description" | "url">): string {
  return description === "" ? new URL(url).host : description;
}

export function stateOf({ enabled, disabledReason, failingSince }: Webhook): { label: string; tone: Tone } {
  if (!enabled) return { label: disabledReason === null ? "Switched off" : "Switched off by CloudViz", tone: disabledReason === null ? "neutral" : "danger" };
  return failingSince === null ? { label: "On", tone: "ok" } : { label: "Failing", tone: "warn" };
}
