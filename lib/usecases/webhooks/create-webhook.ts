import type { z } from "zod";
import { openVault } from "../../auth/vault";
import type { newWebhook } from "../../core/api/webhooks";
import { CloudVizError } from "../../core/error";
import type { Principal } from "../../core/principal";
import { newId } from "../../core/ulid";
import type { WebhookWithSecret } from "../../core/webhook/webhook";
import { checkTarget } from "../../webhooks/check-target";
import { isSecret, makeSecret } from "../../webhooks/secret";
import { targetRule } from "./target-rule";

/**
 * Checks where it leads and stores it, with its secret sealed: this answer is the only one that holds it.
 * @throws CloudVizError "invalid-request" for an address that may not be sent to, or a secret that is none.
 */
export async function createWebhook({ secret = makeSecret(), ...wanted }: z.output<typeof newWebhook>, principal: Principal): Promise<WebhookWithSecret> {
  if (!isSecret(secret)) {
    const detail = "A secret is whsec_ and 24 to 64 bytes as base64. Leave it out to have one made.";
    throw new CloudVizError("invalid-request", detail, { details: [{ pointer: "/secret", detail }] });
  }
  await checkTarget(wanted.url, targetRule());
  const id = newId("whk");
  const repository = await import("../../db/webhooks/webhooks");
  const created = await repository.createWebhook({ id, ...wanted, sealedSecret: await openVault().seal(id, secret), createdBy: principal.id });
  return { ...created, secret };
}
