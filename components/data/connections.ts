"use client";

import { useQuery } from "@tanstack/react-query";
import { listConnections } from "@/lib/api-client";

export function useConnections() {
  return useQuery({ queryKey: ["connections"], queryFn: ({ signal }) => listConnections(signal) });
}
