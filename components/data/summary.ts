"use client";

import { useQuery } from "@tanstack/react-query";
import { getSummary } from "@/lib/api-client";
import { asTold, listEveryMs, useRunningJobs } from "./running";

export function useSummary() {
  const told = useRunningJobs();
  return useQuery({
    queryKey: ["summary"],
    queryFn: ({ signal }) => getSummary(signal),
    select: (summary) => ({ ...summary, jobs: asTold(summary.jobs, told) }),
    refetchInterval: ({ state }) => listEveryMs(state.data?.jobs ?? [], told),
  });
}
