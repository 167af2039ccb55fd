import { CloudVizError } from "../../core/error";
import { getWebhook } from "./get-webhook";

/** @throws CloudVizError "not-found", or "conflict" when the webhook is switched off: nothing is sent to it. */
export async function requireEnabled(webhookId: string): Promise<void> {
  const { enabled } = await getWebhook(webhookId);
  if (!enabled) throw new CloudVizError("conflict", "This webhook is switched off. Switch it on first.");
}
