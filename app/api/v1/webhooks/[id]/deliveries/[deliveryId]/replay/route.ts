import { webhookDelivery } from "@/lib/core/webhook/webhook";
import { answer } from "@/lib/http/answer";
import { deliveryParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { replayDelivery } from "@/lib/usecases/webhooks/replay-delivery";

const replay = route(
  { operation: "replayWebhookDelivery", summary: "Send a delivery once more, under the same id", auth: "webhooks:write", params: deliveryParams, output: webhookDelivery, status: 202, errors: ["not-found", "conflict", "unavailable"] },
  async ({ params: { id, deliveryId } }) =>
    answer(await replayDelivery(id, deliveryId), { headers: { location: `/api/v1/webhooks/${id}/deliveries/${deliveryId}`, "retry-after": "1" } }),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: replay });
