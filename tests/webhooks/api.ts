import type { z } from "zod";
import { webhookDeliveryDetail, webhookWithSecret } from "../../lib/core/webhook";
import type { WebhookDeliveryDetail, WebhookWithSecret } from "../../lib/core/webhook";
import type { Verbs } from "../../lib/http/verbs";
import { callRoute, type Call } from "../api/call-route";

/** Everything that the API answered, for a look whether a secret is among it. */
export const answers: string[] = [];

/** Calls `/api/v1/webhooks…` and answers what has to come with this status. */
export async function webhookApi<Schema extends z.ZodType>(routes: Record<string, Verbs>, pathname: string, options: Call, status: number, schema: Schema): Promise<z.output<Schema>> {
  const verbs = routes[`/api/v1/webhooks${pathname}`];
  if (verbs === undefined) throw new Error(`no route ${pathname}`);
  const response = await callRoute(verbs, options);
  const text = await response.text();
  const holdsSecret = pathname === "/{id}/rotate-secret" || (pathname === "" && options.method === "POST");
  if (!holdsSecret) answers.push(text);
  if (response.status !== status) throw new Error(`${pathname} answered ${response.status}: ${text}`);
  return schema.parse(text === "" ? undefined : JSON.parse(text));
}

export function createWebhook(routes: Record<string, Verbs>, url: string, more: object = {}, headers: Record<string, string> = {}): Promise<WebhookWithSecret> {
  return webhookApi(routes, "", { method: "POST", headers, json: { url, events: ["resources.changed"], ...more } }, 201, webhookWithSecret);
}

export function getDelivery(routes: Record<string, Verbs>, id: string, deliveryId: string): Promise<WebhookDeliveryDetail> {
  return webhookApi(routes, "/{id}/deliveries/{deliveryId}", { params: { id, deliveryId } }, 200, webhookDeliveryDetail);
}
