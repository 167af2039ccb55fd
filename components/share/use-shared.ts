"use client";

import { useQuery } from "@tanstack/react-query";
import { getShared, getSharedTable } from "@/lib/api-client";

/** How often a live link is asked for again, as long as it is in sight. */
const liveMs = 60_000;

const sharedKey = (token: string) => ["shared", token] as const;

/** What a link shows. The browser's own cache asks with the ETag of the answer before, so that what did not change costs little. */
export function useShared(token: string) {
  return useQuery({
    queryKey: sharedKey(token),
    queryFn: ({ signal, client }) => getShared(token, client.getQueryData(sharedKey(token)) !== undefined, signal),
    staleTime: liveMs / 2,
    refetchInterval: ({ state }) => state.data?.mode === "live" && state.error === null && liveMs,
  });
}

/** `version`: of the picture that the table belongs to. */
export function useSharedTable(token: string, version: string) {
  return useQuery({ queryKey: [...sharedKey(token), "table", version], queryFn: ({ signal }) => getSharedTable(token, signal), staleTime: Number.POSITIVE_INFINITY, placeholderData: (known) => known });
}
