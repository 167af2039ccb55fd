"use client";

import { useQuery, type QueryClient } from "@tanstack/react-query";
import { getDiagram, getFacets, getJob, getResource, getSummary, listConnections, listDiagrams, listFormats, listJobs, listLayouts, listProviders } from "@/lib/api-client";
import type { Job } from "@/lib/core/job";

/** How often a page that shows running work asks again, in ms. */
const workingMs = 1_000;

export function isRunning(job: Pick<Job, "status">): boolean {
  return job.status === "queued" || job.status === "running";
}

export function useSummary() {
  return useQuery({
    queryKey: ["summary"],
    queryFn: ({ signal }) => getSummary(signal),
    refetchInterval: ({ state }) => (state.data?.jobs.some(isRunning) === true ? workingMs : false),
  });
}

export function useConnections() {
  return useQuery({ queryKey: ["connections"], queryFn: ({ signal }) => listConnections(signal) });
}

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

export function useDiagrams() {
  return useQuery({ queryKey: ["diagrams"], queryFn: ({ signal }) => listDiagrams(signal) });
}

export function useDiagram(id: string) {
  return useQuery({ queryKey: ["diagrams", id], queryFn: ({ signal }) => getDiagram(id, signal) });
}

/** What filters can be completed with; null = now. */
export function useFacets(at: string | null, enabled: boolean) {
  return useQuery({ queryKey: ["facets", at], queryFn: ({ signal }) => getFacets(at === null ? {} : { at }, signal), enabled });
}

export function useResource(key: string | null) {
  return useQuery({ queryKey: ["resources", key], queryFn: ({ signal }) => getResource(key ?? "", signal), enabled: key !== null });
}

const never = Number.POSITIVE_INFINITY;

export function useProviders() {
  return useQuery({ queryKey: ["providers"], queryFn: ({ signal }) => listProviders(signal), staleTime: never });
}

export function useLayouts() {
  return useQuery({ queryKey: ["layouts"], queryFn: ({ signal }) => listLayouts(signal), staleTime: never });
}

export function useFormats() {
  return useQuery({ queryKey: ["formats"], queryFn: ({ signal }) => listFormats(signal), staleTime: never });
}

/** After the inventory changed (import, discovery, removal): everything that was drawn from it is asked again. */
export async function refreshInventory(client: QueryClient): Promise<void> {
  await Promise.all(["summary", "connections", "jobs", "diagrams", "resources", "facets"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
