import { webhookDelivery } from "@/lib/core/webhook/webhook";
import { answer } from "@/lib/http/answer";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { sendTest } from "@/lib/usecases/webhooks/send-test";

const send = route(
  { operation: "testWebhook", summary: "Send a test message; the answer is the delivery to look at", auth: "webhooks:write", params: idParams, output: webhookDelivery, status: 202, errors: ["not-found", "conflict", "unavailable"] },
  async ({ params }) => {
    const delivery = await sendTest(params.id);
    return answer(delivery, { headers: { location: `/api/v1/webhooks/${params.id}/deliveries/${delivery.id}`, "retry-after": "1" } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: send });
