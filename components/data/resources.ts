"use client";

import { useQuery } from "@tanstack/react-query";
import { getFacets, getResource } from "@/lib/api-client";

/** What filters can be completed with; null = now. */
export function useFacets(at: string | null, enabled: boolean) {
  return useQuery({ queryKey: ["facets", at], queryFn: ({ signal }) => getFacets(at === null ? {} : { at }, signal), enabled });
}

export function useResource(key: string | null) {
  return useQuery({ queryKey: ["resources", key], queryFn: ({ signal }) => getResource(key ?? "", signal), enabled: key !== null });
}
