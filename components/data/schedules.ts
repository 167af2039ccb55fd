"use client";

import { useQuery } from "@tanstack/react-query";
import { listSchedules } from "@/lib/api-client";

export const schedulesKey = ["schedules"] as const;

export function useSchedules() {
  return useQuery({ queryKey: schedulesKey, queryFn: ({ signal }) => listSchedules(signal) });
}
