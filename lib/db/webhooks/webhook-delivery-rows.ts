import { webhookAttempt, webhookDelivery, webhookDeliveryDetail } from "../../core/webhook/webhook";
import type { WebhookAttempt, WebhookDelivery, WebhookDeliveryDetail } from "../../core/webhook/webhook";
import type { Prisma } from "../generated/client";

/** What a delivery's row has to come with. */
export const attemptCount = { _count: { select: { attempts: true } } } satisfies Prisma.WebhookDeliveryInclude;
export const allAttempts = { attempts: { orderBy: { id: "asc" } } } satisfies Prisma.WebhookDeliveryInclude;

export function toDelivery({ _count, ...row }: Prisma.WebhookDeliveryGetPayload<{ include: typeof attemptCount }>): WebhookDelivery {
  return webhookDelivery.parse({ ...row, ...timesOf(row), attempts: _count.attempts });
}

export function toDetail({ attempts, ...row }: Prisma.WebhookDeliveryGetPayload<{ include: typeof allAttempts }>): WebhookDeliveryDetail {
  return webhookDeliveryDetail.parse({ ...row, ...timesOf(row), attempts: attempts.map(toAttempt) });
}

function toAttempt(row: Prisma.WebhookAttemptGetPayload<object>): WebhookAttempt {
  return webhookAttempt.parse({ ...row, at: row.at.toISOString() });
}

function timesOf(row: { createdAt: Date; nextAt: Date | null; endedAt: Date | null }) {
  return { createdAt: row.createdAt.toISOString(), nextAt: row.nextAt?.toISOString() ?? null, endedAt: row.endedAt?.toISOString() ?? null };
}
