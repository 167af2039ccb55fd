"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError, listResources } from "@/lib/api-client";
import type { Resource } from "@/lib/core/resource";

const pauseMs = 150;
const shortest = 2;
const most = 8;

export interface FoundResources {
  resources: readonly Resource[];
  isSearching: boolean;
  /** Why nothing could be looked for; null = it could. */
  problem: string | null;
}

/** Asks the server for resources after a pause in typing. The query is a filter; a request that is no longer wanted is cancelled. */
export function useFoundResources(query: string): FoundResources {
  const text = query.trim();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const isWanted = text.length >= shortest;
  const { data, error, isFetching } = useQuery({
    queryKey: ["resources", "palette", asked],
    queryFn: ({ signal }) => listResources({ filter: asked, limit: most }, signal),
    enabled: isWanted && asked.length >= shortest,
    placeholderData: (previous) => previous,
    retry: false,
  });
  return {
    resources: isWanted && error === null ? (data?.data ?? []) : [],
    isSearching: isWanted && (isFetching || asked !== text),
    problem: isWanted && error instanceof ApiError ? error.message : null,
  };
}
