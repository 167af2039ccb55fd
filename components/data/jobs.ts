"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getJob, listJobCells, listJobs } from "@/lib/api-client";
import type { JobCells } from "@/lib/core/api/jobs";
import { hasEnded } from "@/lib/core/job/job-states";
import { jobCellsKey, jobKey, jobListsKey } from "./job-keys";
import { asTold, listEveryMs, useRunningJobs } from "./running";

/** Jobs of a status (empty = all) as far as they were asked for, newest first. */
export function useJobs(status: string) {
  const told = useRunningJobs();
  return useInfiniteQuery({
    queryKey: [...jobListsKey, status],
    queryFn: ({ pageParam, signal }) => listJobs({ status, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.nextCursor,
    select: ({ pages, ...rest }) => ({ ...rest, pages: pages.map((page) => ({ ...page, data: asTold(page.data, told) })) }),
    refetchInterval: ({ state }) => listEveryMs(state.data?.pages.flatMap(({ data }) => data) ?? [], told),
  });
}

/** `askEveryMs`: how often it is asked for again while it runs. */
export function useJob(id: string, askEveryMs: number) {
  return useQuery({
    queryKey: jobKey(id),
    queryFn: ({ signal }) => getJob(id, 0, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && !hasEnded(state.data) ? askEveryMs : false),
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
