import { openVault } from "../../auth/vault";
import type { WebhookWithSecret } from "../../core/webhook/webhook";
import { makeSecret } from "../../webhooks/secret";
import { getWebhook } from "./get-webhook";

/** For receivers to change over. */
const oldSignsForMs = 24 * 60 * 60 * 1000;

/** Makes another secret, told by this answer only. The present one signs too for a day; one before it does not any more. */
export async function rotateSecret(id: string): Promise<WebhookWithSecret> {
  await getWebhook(id);
  const secret = makeSecret();
  const repository = await import("../../db/webhooks/webhooks");
  const rotated = await repository.rotateSecret(id, await openVault().seal(id, secret), new Date(Date.now() + oldSignsForMs));
  return { ...rotated, secret };
}
