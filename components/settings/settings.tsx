"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { Webhook } from "@/lib/core/webhook/webhook";
import { useWebhooks } from "../data/queries";
import { counted } from "../data/words";
import { PageFrame } from "../shell/page-frame";
import { Panel } from "../ui/panel";
import { BackgroundWork } from "./background-work";

/** How this server is set up: a section for each part. */
export function Settings() {
  return (
    <PageFrame crumbs={[{ label: "Settings" }]}>
      <BackgroundWork />
      <WebhookSection />
    </PageFrame>
  );
}

function WebhookSection() {
  const { data: webhooks } = useWebhooks();
  return (
    <Panel title="Webhooks">
      <Link href="/settings/webhooks" className="flex items-center gap-3 p-4 hover:bg-hover focus-visible:-outline-offset-2">
        <span className="min-w-0 flex-1">
          <span className="block">Programs of yours are told when a discovery ends or resources change.</span>
          <span className="mt-0.5 block text-sm text-muted">{webhooks === undefined ? "…" : inWords(webhooks)}</span>
        </span>
        <ChevronRight size={16} aria-hidden className="shrink-0 text-muted" />
      </Link>
    </Panel>
  );
}

function inWords(webhooks: readonly Webhook[]): string {
  if (webhooks.length === 0) return "None yet";
  const off = webhooks.filter(({ enabled }) => !enabled).length;
  return `${counted(webhooks.length, "webhook")}${off === 0 ? "" : `, ${off} of them switched off`}`;
}
