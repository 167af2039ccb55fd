import type { QueryClient } from "@tanstack/react-query";

/** After the inventory changed (import, discovery, removal): everything that was drawn from it is asked again. */
export async function refreshInventory(client: QueryClient): Promise<void> {
  await Promise.all(["summary", "connections", "jobs", "diagrams", "resources", "facets"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
