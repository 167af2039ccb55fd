import type { Edge } from "../../core/edge";
import type { Resource } from "../../core/resource";

/** The inventory of one moment, with what is looked up often. */
export interface InventoryView {
  revision: number;
  at: string | null;
  resources: readonly Resource[];
  edges: readonly Edge[];
  /** Resource id → ids of the connections that see it. */
  sources: ReadonlyMap<string, readonly string[]>;
  byId: ReadonlyMap<string, Resource>;
  byKey: ReadonlyMap<string, Resource>;
}

const keptViews = 4;
const slot = Symbol.for("cloudviz.inventory-views");
const shared = globalThis as typeof globalThis & { [slot]?: Map<string, Promise<InventoryView>> };

/**
 * The inventory now, or at a moment of its history. Kept in memory until the next change: reading 10,000 resources from the
 * database takes some hundred milliseconds, and every page asks.
 */
export async function viewInventory(at: string | null = null): Promise<InventoryView> {
  const { inventoryRevision } = await import("../../db/inventory");
  const views = (shared[slot] ??= new Map());
  const key = `${await inventoryRevision()} ${at ?? "now"}`;
  const known = views.get(key);
  if (known !== undefined) return known;
  const reading = readView(at);
  views.set(key, reading);
  for (const old of [...views.keys()].slice(0, -keptViews)) views.delete(old);
  reading.catch(() => views.delete(key));
  return reading;
}

async function readView(at: string | null): Promise<InventoryView> {
  const { readInventory } = await import("../../db/inventory");
  const { revision, resources, edges, sources } = await readInventory({ at });
  return {
    revision,
    at,
    resources,
    edges,
    sources,
    byId: new Map(resources.map((resource) => [resource.id, resource])),
    byKey: new Map(resources.map((resource) => [resource.key, resource])),
  };
}
