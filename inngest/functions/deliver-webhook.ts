import type { Inngest } from "inngest";
import { attemptDelivery } from "../../lib/usecases/webhooks/attempt-delivery";
import { giveUpDelivery } from "../../lib/usecases/webhooks/give-up-delivery";
import { deliveryRequested } from "../events";
import { inOwnWords } from "./in-own-words";

/** A receiver that hangs holds up its own messages, not those of others. */
const atOnce = { perWebhook: 2, altogether: 8 } as const;

/**
 * Sends one delivery until it is accepted or no attempt is left. An attempt that is refused is no error of its step: when to try
 * again is our own schedule, which takes three days. `delaysMs`: another one.
 */
export function deliverWebhook(client: Inngest, delaysMs?: readonly number[]) {
  return client.createFunction(
    {
      id: "deliver-webhook",
      // Of our own errors, such as a database that is away.
      retries: 3,
      triggers: [deliveryRequested],
      concurrency: [{ limit: atOnce.altogether }, { limit: atOnce.perWebhook, key: "event.data.webhookId" }],
      onFailure: ({ event }) => giveUpDelivery(event.data.event.data.deliveryId, event.data.event.data.round),
    },
    async ({ event, step }) => {
      const { webhookId, deliveryId, round } = event.data;
      for (let attempt = 1; ; attempt++) {
        const { waitMs } = await step.run(`attempt ${attempt}`, () => inOwnWords(deliveryId, () => attemptDelivery({ webhookId, deliveryId, round, attempt, delaysMs })));
        if (waitMs === null) return;
        await step.sleep(`wait after attempt ${attempt}`, waitMs);
      }
    },
  );
}
