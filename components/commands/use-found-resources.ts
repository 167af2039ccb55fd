"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError, listResourceRows } from "@/lib/api-client";
import type { ResourceRow } from "@/lib/core/api/resources";

const pauseMs = 150;
const shortest = 2;
const most = 8;

export interface FoundResources {
  resources: readonly ResourceRow[];
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
    queryFn: ({ signal }) => findResources(asked, signal),
    enabled: isWanted && asked.length >= shortest,
    placeholderData: (previous) => previous,
    retry: false,
  });
  return {
    resources: isWanted && error === null ? (data ?? []) : [],
    isSearching: isWanted && (isFetching || asked !== text),
    problem: isWanted && error instanceof ApiError ? error.message : null,
  };
}

/** What is called so comes first; then what has the words in its id or type, or passes the filter. */
async function findResources(text: string, signal: AbortSignal): Promise<readonly ResourceRow[]> {
  const filters = isPlain(text) ? [text.split(/\s+/).map((word) => `name:*${word}*`).join(" "), text] : [text];
  const pages = await Promise.all(filters.map((filter) => listResourceRows({ filter, limit: most }, signal)));
  const found = new Map(pages.flatMap(({ data }) => data.map((row) => [row.key, row] as const)));
  return [...found.values()].slice(0, most);
}

/** Words as names have them, without anything that means something to the filter. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}._/ -]+$/u.test(text) && !/\b(AND|OR|NOT)\b/.test(text);
}
