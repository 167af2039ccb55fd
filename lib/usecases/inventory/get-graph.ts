import type { Graph, GraphQuery } from "../../core/api/graph";
import { isOutside } from "../../core/resource/is-outside";
import { matches, parseFilter } from "../../graph/filter";
import { select } from "../../graph/select";
import { viewInventory, type InventoryView } from "./inventory-view";

/** The part of the inventory that a filter shows, with the relations inside it. */
export async function getGraph(query: GraphQuery): Promise<Graph> {
  const filter = parseFilter(query.filter);
  const view = await viewInventory(query.at ?? null);
  const { resources, edges, matched, total } = select(view, filter);
  const shown = query.context ? { resources, edges } : onlyMatching(view, { resources, edges }, filter);
  return { revision: view.revision, at: view.at, ...shown, matched, total };
}

function onlyMatching(view: InventoryView, { resources, edges }: Pick<Graph, "resources" | "edges">, filter: ReturnType<typeof parseFilter>) {
  const kept = new Set(resources.filter((resource) => !isOutside(resource) && matches(filter, resource, view.sources.get(resource.id) ?? [])).map(({ id }) => id));
  return { resources: resources.filter(({ id }) => kept.has(id)), edges: edges.filter(({ from, to }) => kept.has(from) && kept.has(to)) };
}
