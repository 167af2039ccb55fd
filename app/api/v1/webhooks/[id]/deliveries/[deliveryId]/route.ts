import { webhookDeliveryDetail } from "@/lib/core/webhook/webhook";
import { deliveryParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getDelivery } from "@/lib/usecases/webhooks/get-delivery";

const get = route(
  { operation: "getWebhookDelivery", summary: "One delivery with its payload and attempts", auth: "webhooks:read", params: deliveryParams, output: webhookDeliveryDetail, errors: ["not-found"] },
  ({ params }) => getDelivery(params.id, params.deliveryId),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
