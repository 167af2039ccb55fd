import { z } from "zod";
import { jobStatus } from "../job/job";

/** What happens here and can be told. `resources.changed`: once for each publication, with counts. */
export const webhookEvents = ["discovery.completed", "discovery.partial", "discovery.failed", "discovery.cancelled", "resources.changed"] as const;
/** What a webhook can ask for. */
export const webhookEvent = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof webhookEvent>;

/** `webhook.test` is sent when somebody asks for it, to any webhook. */
const deliveredEvent = z.enum([...webhookEvents, "webhook.test"]);
export type DeliveredEvent = z.infer<typeof deliveredEvent>;

const count = z.number().int().nonnegative();
/** A path of this API on this server; a message does not know under which name the receiver reaches it. */
const link = z.string();

const discoveryData = z.object({
  jobId: z.string(),
  connectionId: z.string().nullable(),
  status: jobStatus,
  attempt: z.number().int().positive(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** What the connection has now, and how that differs from before; null when nothing was published. */
  counts: z.object({ resources: count, edges: count, added: count, changed: count, gone: count }).nullable(),
  /** How many services in how many regions could not be seen completely. */
  problems: count,
  links: z.object({ job: link, cells: link }),
});
const changeData = z.object({
  connectionId: z.string(),
  jobId: z.string().nullable(),
  counts: z.object({ resources: count, added: count, changed: count, gone: count }),
  links: z.object({ connection: link, resources: link }),
});
const testData = z.object({ webhookId: z.string(), links: z.object({ webhook: link }) });

function message<Type extends DeliveredEvent, Data extends z.ZodType>(type: Type, data: Data) {
  return z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data });
}

/** The body of a delivery: ids, counts and links, never what the cloud wrote. `timestamp`: when it happened. */
export const webhookMessage = z.discriminatedUnion("type", [
  message("discovery.completed", discoveryData),
  message("discovery.partial", discoveryData),
  message("discovery.failed", discoveryData),
  message("discovery.cancelled", discoveryData),
  message("resources.changed", changeData),
  message("webhook.test", testData),
]);
export type WebhookMessage = z.infer<typeof webhookMessage>;

/** `cancelled`: the webhook was switched off first. `failed`: no attempt is left. */
export const deliveryStatus = z.enum(["pending", "delivered", "failed", "cancelled"]);
export type DeliveryStatus = z.infer<typeof deliveryStatus>;

/** One message to one webhook. Its id is the receiver's `webhook-id`, the same in every attempt. */
export const webhookDelivery = z.object({
  id: z.string(),
  webhookId: z.string(),
  event: deliveredEvent,
  status: deliveryStatus,
  /** Grows with every replay. */
  round: z.number().int().positive(),
  attempts: count,
  createdAt: z.iso.datetime(),
  /** When it is tried next; null when it is not. */
  nextAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;

/** `status`: what was answered (HTTP); `error`: why it counts as failed; `answer`: the beginning of the answer's text, which is a stranger's. */
export const webhookAttempt = z.object({
  at: z.iso.datetime(),
  durationMs: count,
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  answer: z.string().nullable(),
});
export type WebhookAttempt = z.infer<typeof webhookAttempt>;

/** With what is sent, and all attempts, oldest first. */
export const webhookDeliveryDetail = webhookDelivery.omit({ attempts: true }).extend({ payload: webhookMessage, attempts: z.array(webhookAttempt) });
export type WebhookDeliveryDetail = z.infer<typeof webhookDeliveryDetail>;

/** Where somebody wants to be told of what happens. */
export const webhook = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  events: z.array(webhookEvent),
  enabled: z.boolean(),
  /** Why CloudViz switched it off; null when it did not. */
  disabledReason: z.string().nullable(),
  /** Until then the secret before the last rotation signs too. */
  oldSecretUntil: z.iso.datetime().nullable(),
  /** Of the first failure since the last success. */
  failingSince: z.iso.datetime().nullable(),
  lastDelivery: webhookDelivery.nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Webhook = z.infer<typeof webhook>;

/** The only answers that hold a secret: those that made it. */
export const webhookWithSecret = webhook.extend({ secret: z.string() });
export type WebhookWithSecret = z.infer<typeof webhookWithSecret>;
