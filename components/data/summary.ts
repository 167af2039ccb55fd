"use client";

import { useQuery } from "@tanstack/react-query";
import { getSummary } from "@/lib/api-client";
import { isRunning, workingMs } from "./running";

export function useSummary() {
  return useQuery({
    queryKey: ["summary"],
    queryFn: ({ signal }) => getSummary(signal),
    refetchInterval: ({ state }) => (state.data?.jobs.some(isRunning) === true ? workingMs : false),
  });
}
