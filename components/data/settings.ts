"use client";

import { useQuery } from "@tanstack/react-query";
import { getSettings } from "@/lib/api-client";

export function useSettings() {
  return useQuery({ queryKey: ["settings"], queryFn: ({ signal }) => getSettings(signal), staleTime: Infinity });
}
