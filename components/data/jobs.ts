"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getJob, listJobCells, listJobs } from "@/lib/api-client";
import type { JobCells } from "@/lib/core/api";
import { isRunning, workingMs } from "./running";

export const jobKey = (id: string) => ["jobs", id] as const;
export const jobCellsKey = (id: string) => ["jobs", id, "cells"] as const;

/** Jobs of a status (empty = all) as far as they were asked for, newest first. */
export function useJobs(status: string) {
  return useInfiniteQuery({
    queryKey: ["jobs", "list", status],
    queryFn: ({ pageParam, signal }) => listJobs({ status, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ data }) => data.some(isRunning)) === true ? workingMs : false),
  });
}

/** `askEveryMs`: how often it is asked for again while it runs. */
export function useJob(id: string, askEveryMs: number) {
  return useQuery({
    queryKey: jobKey(id),
    queryFn: ({ signal }) => getJob(id, 0, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isRunning(state.data) ? askEveryMs : false),
  });
}

export function useJobCells(id: string, askEveryMs: number | false) {
  return useQuery({
    queryKey: jobCellsKey(id),
    queryFn: ({ signal }) => listJobCells(id, signal),
    refetchInterval: askEveryMs,
    // What is asked for may be overtaken by what is told meanwhile.
    structuralSharing: (known, asked) => ((known as JobCells | undefined)?.lastEventId ?? 0) > (asked as JobCells).lastEventId ? known : asked,
  });
}
