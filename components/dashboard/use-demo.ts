"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { addDemo, removeDemo } from "@/lib/api-client";
import { refreshInventory } from "../data/queries";

/** Adds the demo estate and opens its diagram. */
export function useAddDemo() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: addDemo,
    onSuccess: async ({ diagram }) => {
      if (diagram !== null) router.push(`/d/${diagram.id}`);
      await refreshInventory(client);
    },
  });
}

export function useRemoveDemo(onRemoved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: removeDemo,
    onSuccess: async () => {
      await refreshInventory(client);
      onRemoved();
    },
  });
}
