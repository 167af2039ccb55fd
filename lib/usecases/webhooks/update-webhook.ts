import type { z } from "zod";
import type { webhookPatch } from "../../core/api/webhooks";
import type { Webhook } from "../../core/webhook/webhook";
import { checkTarget } from "../../webhooks/check-target";
import { targetRule } from "./target-rule";

/** @throws CloudVizError "not-found", or "invalid-request" for an address that may not be sent to. */
export async function updateWebhook(id: string, patch: z.output<typeof webhookPatch>): Promise<Webhook> {
  if (patch.url !== undefined) await checkTarget(patch.url, targetRule());
  const repository = await import("../../db/webhooks/webhooks");
  return repository.updateWebhook(id, patch);
}
