import { webhookPatch } from "@/lib/core/api/webhooks";
import { webhook } from "@/lib/core/webhook/webhook";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { deleteWebhook } from "@/lib/usecases/webhooks/delete-webhook";
import { getWebhook } from "@/lib/usecases/webhooks/get-webhook";
import { updateWebhook } from "@/lib/usecases/webhooks/update-webhook";

const get = route({ operation: "getWebhook", summary: "One webhook", auth: "webhooks:read", params: idParams, output: webhook, errors: ["not-found"] }, ({ params }) => getWebhook(params.id));
const update = route(
  { operation: "updateWebhook", summary: "Change a part of a webhook (JSON merge patch)", auth: "webhooks:write", params: idParams, body: webhookPatch, bodyType: "application/merge-patch+json", output: webhook, errors: ["not-found"] },
  ({ params, body }) => updateWebhook(params.id, body),
);
const remove = route(
  { operation: "deleteWebhook", summary: "Delete a webhook with its deliveries", auth: "webhooks:write", params: idParams, errors: ["not-found"] },
  ({ params }) => deleteWebhook(params.id),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get, PATCH: update, DELETE: remove });
