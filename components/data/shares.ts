"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { listShares } from "@/lib/api-client";
import { sharesKey } from "./active-shares";

/** Links as far as they were asked for, newest first; of one diagram or of all. */
export function useShares(diagram: string | null) {
  return useInfiniteQuery({
    queryKey: [...sharesKey, diagram],
    queryFn: ({ pageParam, signal }) => listShares(diagram, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.nextCursor,
  });
}
