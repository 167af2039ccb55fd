"use client";

import { useWebhook } from "../data/queries";
import { dateTime } from "../data/words";
import { PageFrame } from "../shell/page-frame";
import { Badge } from "../ui/badge";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import type { Webhook } from "@/lib/core/webhook/webhook";
import { Deliveries } from "./deliveries";
import { VerifyPanel } from "./verify-panel";
import { WebhookActions } from "./webhook-actions";
import { eventLabel, nameOf, stateOf } from "./webhook-words";
import { WhyOff } from "./why-off";

/** One webhook and what was sent to it. */
export function WebhookPage({ id }: { id: string }) {
  const { data: webhook, error, refetch } = useWebhook(id);
  return (
    <PageFrame crumbs={[{ label: "Settings", href: "/settings" }, { label: "Webhooks", href: "/settings/webhooks" }, { label: webhook === undefined ? "…" : nameOf(webhook) }]}>
      {webhook === undefined && error === null && <div className="rounded-card border border-hairline bg-surface"><SkeletonRows rows={4} label="Loading the webhook" /></div>}
      {webhook === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {webhook !== undefined && (
        <>
          <About webhook={webhook} />
          <Deliveries webhook={webhook} />
          <VerifyPanel />
        </>
      )}
    </PageFrame>
  );
}

function About({ webhook }: { webhook: Webhook }) {
  const { label, tone } = stateOf(webhook);
  return (
    <section aria-label="About" className="overflow-hidden rounded-card border border-hairline bg-surface">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4">
        <dl className="grid min-w-0 flex-1 basis-80 grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
          <dt className="text-muted">Address</dt><dd className="font-mono text-sm break-all">{webhook.url}</dd>
          <dt className="text-muted">State</dt><dd className="flex flex-wrap items-center gap-2"><Badge tone={tone}>{label}</Badge>{webhook.enabled && webhook.failingSince !== null && <span className="text-sm text-muted">since {dateTime(webhook.failingSince)}</span>}</dd>
          <dt className="text-muted">Events</dt><dd className="flex flex-wrap gap-1.5">{webhook.events.map((event) => <Badge key={event}>{eventLabel(event)}</Badge>)}</dd>
          {webhook.oldSecretUntil !== null && <><dt className="text-muted">Secret</dt><dd>Rotated. The one before signs too until {dateTime(webhook.oldSecretUntil)}.</dd></>}
        </dl>
        <WebhookActions webhook={webhook} />
      </div>
      <WhyOff webhook={webhook} />
    </section>
  );
}
