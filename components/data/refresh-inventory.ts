import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { jobListsKey } from "./job-keys";

const summaryKey = ["summary"];
const connectionsKey = ["connections"];

/** What is drawn from the inventory. */
export const inventoryKeys: readonly QueryKey[] = [summaryKey, connectionsKey, ["diagrams"], ["resources"], ["facets"], jobListsKey];
/** What names jobs, and what the beginning or the end of one changes: when the next is due, and what webhooks are told. */
export const jobListKeys: readonly QueryKey[] = [summaryKey, connectionsKey, ["schedules"], ["webhooks"], jobListsKey];

/** After the inventory changed (import, discovery, removal): everything that was drawn from it is asked again. */
export function refreshInventory(client: QueryClient): Promise<void> {
  return refresh(client, inventoryKeys);
}

/** After a job was begun, tried again or cancelled. */
export function refreshJobLists(client: QueryClient): Promise<void> {
  return refresh(client, jobListKeys);
}

/** Asks once for each of the keys, which may occur several times. */
export async function refresh(client: QueryClient, keys: readonly QueryKey[]): Promise<void> {
  await Promise.all(Array.from(new Set(keys), (queryKey) => client.invalidateQueries({ queryKey })));
}
