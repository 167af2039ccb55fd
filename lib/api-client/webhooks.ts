import type { NewWebhook, WebhookDeliveryPage, WebhookPatch } from "../core/api/webhooks";
import type { Webhook, WebhookDelivery, WebhookDeliveryDetail, WebhookWithSecret } from "../core/webhook/webhook";
import { request, requestNothing } from "./request";

const pathOf = (id: string) => `webhooks/${encodeURIComponent(id)}`;
const deliveryPathOf = (id: string, deliveryId: string) => `${pathOf(id)}/deliveries/${encodeURIComponent(deliveryId)}`;

export async function listWebhooks(signal?: AbortSignal): Promise<Webhook[]> {
  return (await request<{ data: Webhook[] }>("webhooks", { signal, query: { limit: 500 } })).data;
}

export function getWebhook(id: string, signal?: AbortSignal): Promise<Webhook> {
  return request<Webhook>(pathOf(id), { signal });
}

/** The answer is the only one that holds the secret. */
export function createWebhook(body: NewWebhook): Promise<WebhookWithSecret> {
  return request<WebhookWithSecret>("webhooks", { method: "POST", body });
}

export function updateWebhook(id: string, body: WebhookPatch): Promise<Webhook> {
  return request<Webhook>(pathOf(id), { method: "PATCH", body, headers: { "content-type": "application/merge-patch+json" } });
}

export function deleteWebhook(id: string): Promise<void> {
  return requestNothing(pathOf(id), { method: "DELETE" });
}

/** The secret before signs too for a day; the answer is the only one that holds the new one. */
export function rotateWebhookSecret(id: string): Promise<WebhookWithSecret> {
  return request<WebhookWithSecret>(`${pathOf(id)}/rotate-secret`, { method: "POST" });
}

export function testWebhook(id: string): Promise<WebhookDelivery> {
  return request<WebhookDelivery>(`${pathOf(id)}/test`, { method: "POST" });
}

/** Newest first, page by page. */
export function listDeliveries(id: string, cursor: string | null, signal?: AbortSignal): Promise<WebhookDeliveryPage> {
  return request<WebhookDeliveryPage>(`${pathOf(id)}/deliveries`, { signal, query: { cursor, limit: 20 } });
}

export function getDelivery(id: string, deliveryId: string, signal?: AbortSignal): Promise<WebhookDeliveryDetail> {
  return request<WebhookDeliveryDetail>(deliveryPathOf(id, deliveryId), { signal });
}

export function replayDelivery(id: string, deliveryId: string): Promise<WebhookDelivery> {
  return request<WebhookDelivery>(`${deliveryPathOf(id, deliveryId)}/replay`, { method: "POST" });
}
