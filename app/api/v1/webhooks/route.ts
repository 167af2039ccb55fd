import { pageQuery } from "@/lib/core/api/page";
import { newWebhook, webhookPage } from "@/lib/core/api/webhooks";
import { webhookWithSecret } from "@/lib/core/webhook/webhook";
import { answer } from "@/lib/http/answer";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { createWebhook } from "@/lib/usecases/webhooks/create-webhook";
import { listWebhooks } from "@/lib/usecases/webhooks/list-webhooks";

const list = route(
  { operation: "listWebhooks", summary: "Who is told of what happens", auth: "webhooks:read", query: pageQuery, output: webhookPage },
  ({ query }) => listWebhooks(query),
);
const create = route(
  { operation: "createWebhook", summary: "Have a URL told of what happens; only this answer holds the secret that signs", auth: "webhooks:write", body: newWebhook, output: webhookWithSecret, status: 201 },
  async ({ body, principal }) => {
    const created = await createWebhook(body, principal);
    return answer(created, { headers: { location: `/api/v1/webhooks/${created.id}` } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list, POST: create });
