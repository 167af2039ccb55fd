"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listResourceRows } from "@/lib/api-client";
import type { ResourceRow } from "@/lib/core/api/resources";

/** As large as the API gives: 330 KB, 21 KB gzipped, 6 ms to check. */
const pageSize = 500;

export interface RowsQuery {
  filter: string;
  /** A moment of the inventory's history; null = now. */
  at: string | null;
  /** A field of the API's `sort`, with `-` for downwards. */
  sort: string;
}

export interface ResourceRows {
  /** Those that came so far, in order. */
  rows: readonly ResourceRow[];
  /** How many there are in all; null until it is known. */
  matched: number | null;
  /** What is shown is of the list before, until the new one comes. */
  isStale: boolean;
  error: unknown;
  retry: () => void;
  /** Null when everything came or is on its way. */
  loadMore: (() => void) | null;
}

/** The resources that a filter matches, page by page as they are needed. */
export function useResourceRows({ filter, at, sort }: RowsQuery): ResourceRows {
  const query = useInfiniteQuery({
    queryKey: ["resources", "list", { filter, at, sort }],
    queryFn: ({ pageParam, signal }) =>
      listResourceRows({ filter, sort: sort.replace("-", "") === "name" ? sort : `${sort},name`, limit: pageSize, count: true, ...(at === null ? {} : { at }), ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.nextCursor,
    placeholderData: (previous) => previous,
    // It would ask for every page that was scrolled through.
    refetchOnWindowFocus: false,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ data }) => data) ?? [], [pages]);
  const { fetchNextPage, refetch } = query;
  return {
    rows,
    matched: pages?.at(-1)?.page.total ?? null,
    isStale: query.isPlaceholderData,
    error: query.error,
    retry: () => void (query.isFetchNextPageError ? fetchNextPage() : refetch()),
    loadMore: query.hasNextPage && !query.isFetching && query.error === null ? () => void fetchNextPage() : null,
  };
}
