"use client";

import type { Webhook } from "@/lib/core/webhook/webhook";
import { useDeliveries } from "../data/queries";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { DeliveryLine } from "./delivery-line";

/** What was sent to a webhook, newest first; each opens to what was sent and answered. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDeliveries(webhook.id);
  const deliveries = data?.pages.flatMap((page) => page.data);
  return (
    <Panel title="Deliveries">
      {deliveries === undefined && error === null && <SkeletonRows rows={5} label="Loading the deliveries" />}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} className="m-4" />}
      {deliveries?.length === 0 && <p className="px-4 py-5 text-muted">Nothing was sent yet. Send a test to see whether it arrives.</p>}
      {deliveries !== undefined && deliveries.length > 0 && <ul>{deliveries.map((delivery) => <DeliveryLine key={delivery.id} delivery={delivery} canReplay={webhook.enabled} />)}</ul>}
      {hasNextPage && <div className="border-t border-hairline p-3 text-center"><Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{isFetchingNextPage ? "Loading…" : "Show older ones"}</Button></div>}
    </Panel>
  );
}
