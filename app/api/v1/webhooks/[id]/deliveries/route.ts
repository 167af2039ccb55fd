import { pageQuery } from "@/lib/core/api/page";
import { webhookDeliveryPage } from "@/lib/core/api/webhooks";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listDeliveries } from "@/lib/usecases/webhooks/list-deliveries";

const list = route(
  { operation: "listWebhookDeliveries", summary: "What was sent to a webhook, newest first", auth: "webhooks:read", params: idParams, query: pageQuery.omit({ count: true }), output: webhookDeliveryPage, errors: ["not-found"] },
  ({ params, query }) => listDeliveries(params.id, query),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
