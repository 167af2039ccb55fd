import { openVault } from "../../auth/vault";
import { CloudVizError } from "../../core/error";

/** The secrets that sign for a webhook, the newest first; null when the newest cannot be opened. */
export async function openSecrets(webhookId: string): Promise<string[] | null> {
  const { readSealedSecrets } = await import("../../db/webhooks/webhooks");
  const sealed = await readSealedSecrets(webhookId, new Date());
  if (sealed === null) return null;
  const [present, old] = await Promise.all([open(webhookId, sealed.present), sealed.old === null ? null : open(webhookId, sealed.old)]);
  if (present === null) return null;
  return old === null ? [present] : [present, old];
}

async function open(id: string, sealed: string): Promise<string | null> {
  try {
    return await openVault().open(id, sealed);
  } catch (error) {
    if (error instanceof CloudVizError && error.code === "unavailable") return null;
    throw error;
  }
}
