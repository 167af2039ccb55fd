"use client";

import Link from "next/link";
import type { Webhook, WebhookDelivery } from "@/lib/core/webhook/webhook";
import { ago, dateTime } from "../data/words";
import { Badge } from "../ui/badge";
import { WebhookActions } from "./webhook-actions";
import { deliveryState, eventLabel, nameOf, stateOf } from "./webhook-words";
import { WhyOff } from "./why-off";

/** One webhook in the list. */
export function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { label, tone } = stateOf(webhook);
  return (
    <li className="rounded-card border border-hairline bg-surface">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4">
        <div className="min-w-0 flex-1 basis-80">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="text-md font-semibold break-words [unicode-bidi:isolate]"><Link href={`/settings/webhooks/${webhook.id}`} className="rounded-chip hover:underline">{nameOf(webhook)}</Link></h2>
            <Badge tone={tone}>{label}</Badge>
          </div>
          <p className="mt-0.5 font-mono text-sm break-all text-muted">{webhook.url}</p>
          <ul aria-label="Events" className="mt-2 flex flex-wrap gap-1.5">{webhook.events.map((event) => <li key={event}><Badge>{eventLabel(event)}</Badge></li>)}</ul>
        </div>
        <div className="flex flex-col gap-2 sm:items-end">
          <WebhookActions webhook={webhook} />
          <LastDelivery delivery={webhook.lastDelivery} />
        </div>
      </div>
      <WhyOff webhook={webhook} />
    </li>
  );
}

function LastDelivery({ delivery }: { delivery: WebhookDelivery | null }) {
  if (delivery === null) return <p className="text-sm text-muted">Nothing sent yet</p>;
  const { label, tone } = deliveryState(delivery);
  return <p className="flex flex-wrap items-center gap-1.5 text-sm text-muted"><Badge tone={tone}>{label}</Badge> {eventLabel(delivery.event)}, <span title={dateTime(delivery.createdAt)}>{ago(delivery.createdAt)}</span></p>;
}
