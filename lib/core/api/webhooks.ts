import { z } from "zod";
import { webhook, webhookDelivery, webhookEvent } from "../webhook/webhook";
import { page } from "./page";

export const webhookPage = z.object({ data: z.array(webhook), page });
export const webhookDeliveryPage = z.object({ data: z.array(webhookDelivery), page });
export type WebhookDeliveryPage = z.infer<typeof webhookDeliveryPage>;

const webhookUrl = z.url({ protocol: /^https?$/, error: "has to be an address that begins with https://" }).max(2000);
const webhookDescription = z.string().trim().max(200);
const subscribedEvents = z.array(webhookEvent).min(1, "name at least one").max(20).transform((events) => [...new Set(events)]);
export const newWebhook = z.strictObject({
  url: webhookUrl,
  description: webhookDescription.default(""),
  events: subscribedEvents,
  enabled: z.boolean().default(true),
  /** `whsec_` and 24 to 64 bytes as base64. Left out, one is made. */
  secret: z.string().max(200).optional(),
});
export type NewWebhook = z.input<typeof newWebhook>;
export const webhookPatch = z.strictObject({ url: webhookUrl, description: webhookDescription, events: subscribedEvents, enabled: z.boolean() }).partial();
export type WebhookPatch = z.input<typeof webhookPatch>;
