import { describeType, providerLabel } from "../../catalogue";
import type { Facet, Facets, FacetsQuery } from "../../core/resource/facets";
import { countFacets } from "../../graph/filter/count-facets";
import { viewInventory, type InventoryView } from "./inventory-view";

/** Counting 10,000 resources takes some ten milliseconds, so it is done once for each view that is kept. */
const counted = new WeakMap<InventoryView, Facets>();

/** What can be filtered by, with the most frequent values: for completing filters. */
export async function getFacets(query: FacetsQuery): Promise<Facets> {
  const view = await viewInventory(query.at ?? null);
  let facets = counted.get(view);
  if (facets === undefined) counted.set(view, (facets = await count(view)));
  return facets;
}

async function count(view: InventoryView): Promise<Facets> {
  const { listConnections } = await import("../../db/connections");
  const names = new Set((await listConnections()).map(({ name }) => name));
  const { total, keys } = countFacets(view, names);
  return { revision: view.revision, at: view.at, total, keys: keys.map(withLabels) };
}

const labels: Record<string, (value: string) => string> = { type: (type) => describeType(type).label, provider: providerLabel };

function withLabels(facet: Facet): Facet {
  const label = Object.hasOwn(labels, facet.key) ? labels[facet.key] : undefined;
  return label === undefined ? facet : { ...facet, values: facet.values.map((found) => ({ ...found, label: label(found.value) })) };
}
