"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getDelivery, getWebhook, listDeliveries, listWebhooks } from "@/lib/api-client";
import type { WebhookDelivery } from "@/lib/core/webhook/webhook";

/** An attempt that is to come in hours is not waited for. */
const soonMs = 60_000;
/** How often is asked while an attempt is being made, and at least while one is soon to come: the clocks here and there may differ. */
const pollMs = { due: 1_000, soon: 15_000 } as const;

/** Everything of webhooks, and everything of one. */
export const webhooksKey = ["webhooks"] as const;
export const webhookKey = (id: string) => ["webhooks", id] as const;

export function useWebhooks() {
  return useQuery({ queryKey: webhooksKey, queryFn: ({ signal }) => listWebhooks(signal), refetchInterval: ({ state }) => pollFor(state.data?.map(({ lastDelivery }) => lastDelivery)) });
}

export function useWebhook(id: string) {
  return useQuery({ queryKey: webhookKey(id), queryFn: ({ signal }) => getWebhook(id, signal), refetchInterval: ({ state }) => pollFor([state.data?.lastDelivery]) });
}

/** What was sent, as far as it was asked for, newest first. */
export function useDeliveries(id: string) {
  return useInfiniteQuery({
    queryKey: [...webhookKey(id), "deliveries"],
    queryFn: ({ pageParam, signal }) => listDeliveries(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.nextCursor,
    refetchInterval: ({ state }) => pollFor(state.data?.pages.flatMap(({ data }) => data)),
  });
}

/** `version`: what the list knows of it; it is asked for again when that changes. */
export function useDelivery(id: string, deliveryId: string, version: string) {
  return useQuery({ queryKey: [...webhookKey(id), "deliveries", deliveryId, version], queryFn: ({ signal }) => getDelivery(id, deliveryId, signal), placeholderData: (known) => known });
}

/** In how many ms there may be news: when the next attempt is due. */
function pollFor(deliveries: readonly (WebhookDelivery | null | undefined)[] = []): number | false {
  const nextMs = deliveries.flatMap((one) => (one?.status === "pending" && one.nextAt !== null ? [Date.parse(one.nextAt) - Date.now()] : []));
  const soonest = Math.min(...nextMs);
  return soonest < soonMs && Math.min(pollMs.soon, Math.max(pollMs.due, soonest));
}
