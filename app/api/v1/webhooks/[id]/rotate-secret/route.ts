import { webhookWithSecret } from "@/lib/core/webhook/webhook";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { rotateSecret } from "@/lib/usecases/webhooks/rotate-secret";

const rotate = route(
  { operation: "rotateWebhookSecret", summary: "Make another secret; the present one signs too for a day. Only this answer holds it", auth: "webhooks:write", params: idParams, output: webhookWithSecret, errors: ["not-found"] },
  ({ params }) => rotateSecret(params.id),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: rotate });
