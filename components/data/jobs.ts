"use client";

import { useQuery } from "@tanstack/react-query";
import { getJob, listJobs } from "@/lib/api-client";
import { isRunning, workingMs } from "./running";

export function useJobs() {
  return useQuery({
    queryKey: ["jobs"],
    queryFn: ({ signal }) => listJobs(signal),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) === true ? workingMs : false),
  });
}

export function useJob(id: string) {
  return useQuery({
    queryKey: ["jobs", id],
    queryFn: ({ signal }) => getJob(id, 0, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isRunning(state.data) ? workingMs : false),
  });
}
