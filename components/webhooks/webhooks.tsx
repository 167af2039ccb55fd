"use client";

import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import type { WebhookWithSecret } from "@/lib/core/webhook/webhook";
import { useWebhooks } from "../data/queries";
import { PageFrame } from "../shell/page-frame";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { SecretDialog } from "./secret-dialog";
import { VerifyPanel } from "./verify-panel";
import { WebhookDialog } from "./webhook-dialog";
import { WebhookRow } from "./webhook-row";

export function Webhooks() {
  const { data: webhooks, error, refetch } = useWebhooks();
  const [adding, setAdding] = useState(false);
  const [created, setCreated] = useState<WebhookWithSecret | null>(null);
  return (
    <PageFrame
      crumbs={[{ label: "Settings", href: "/settings" }, { label: "Webhooks" }]}
      actions={<Button look="primary" onClick={() => setAdding(true)}><Plus size={15} aria-hidden /> <span>Add <span className="max-sm:sr-only">webhook</span></span></Button>}
    >
      {webhooks === undefined && error === null && <div className="rounded-card border border-hairline bg-surface"><SkeletonRows rows={4} label="Loading the webhooks" /></div>}
      {webhooks === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {webhooks?.length === 0 && (
        <div className="rounded-card border border-dashed border-control">
          <EmptyState icon={<WebhookIcon size={28} aria-hidden />} title="Nobody is told yet" actions={<Button look="primary" onClick={() => setAdding(true)}>Add a webhook</Button>}>
            A webhook is an address of yours that CloudViz posts a short signed message to: when a discovery ends, or when resources change.
          </EmptyState>
        </div>
      )}
      {webhooks !== undefined && webhooks.length > 0 && (
        <>
          <ul className="flex flex-col gap-3">{webhooks.map((webhook) => <WebhookRow key={webhook.id} webhook={webhook} />)}</ul>
          <VerifyPanel />
        </>
      )}
      {adding && <WebhookDialog onClose={() => setAdding(false)} onCreated={setCreated} />}
      {created !== null && <SecretDialog title="Webhook added" webhook={created} onClose={() => setCreated(null)} />}
    </PageFrame>
  );
}
