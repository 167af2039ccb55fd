import { z } from "zod";

const attempt = z.object({ jobId: z.string(), attempt: z.number() });

/**
 * What is sent to have work done in the background: ids and counts only, since it is kept by whoever runs the work. Plain
 * schemas: Inngest refuses one whose input differs from its output.
 */
export const workEvents = {
  "discovery/requested": attempt,
  /** Of one account's region, or of what has no region. */
  "discovery/place.requested": z.object({ jobId: z.string(), attempt: z.number(), account: z.string(), region: z.string().nullable() }),
  /** Nothing is unfinished any more. */
  "discovery/collected": attempt,
  "discovery/cancelled": attempt,
  "export/requested": z.object({ jobId: z.string() }),
  /** A round that is not the delivery's present one any more is nobody's. */
  "webhook/delivery.requested": z.object({ webhookId: z.string(), deliveryId: z.string(), round: z.number() }),
} as const;

export type WorkEventName = keyof typeof workEvents;

/** Of two events with one id the second is dropped. */
export type WorkEvent = { [Name in WorkEventName]: { name: Name; id: string; data: z.infer<(typeof workEvents)[Name]> } }[WorkEventName];
