"use client";

import { useQuery } from "@tanstack/react-query";
import { listShares } from "@/lib/api-client";

/** Every list of links. */
export const sharesKey = ["shares"] as const;

/** How many links open a diagram, of its newest ones. */
export function useActiveShares(diagram: string) {
  return useQuery({
    queryKey: [...sharesKey, diagram, "active"],
    queryFn: async ({ signal }) => (await listShares(diagram, null, signal)).data.filter(({ status }) => status === "active").length,
  });
}
