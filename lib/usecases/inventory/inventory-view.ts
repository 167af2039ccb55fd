import type { Edge } from "../../core/resource/edge";
import type { Resource } from "../../core/resource/resource";

/** The inventory of one moment, with what is looked up often. */
export interface InventoryView {
  revision: number;
  at: string | null;
  resources: readonly Resource[];
  edges: readonly Edge[];
  /** Resource id → ids and names of the connections that see it: filters name a source by either. */
  sources: ReadonlyMap<string, readonly string[]>;
  byId: ReadonlyMap<string, Resource>;
  byKey: ReadonlyMap<string, Resource>;
  /** Resource id → when it was last seen changed, RFC 3339. */
  changed: ReadonlyMap<string, string>;
  /** An id that a connection uses → the id under which the resource is listed. */
  renamed: ReadonlyMap<string, string>;
}

const keptViews = 4;
const slot = Symbol.for("cloudviz.inventory-views");
const shared = globalThis as typeof globalThis & { [slot]?: Map<string, Promise<InventoryView>> };

/**
 * The inventory now, or at a moment of its history. Kept in memory until the next change: reading 10,000 resources from the
 * database takes some hundred milliseconds, and every page asks.
 */
export async function viewInventory(at: string | null = null): Promise<InventoryView> {
  const { inventoryRevision } = await import("../../db/inventory/inventory");
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
  const [{ readInventory }, { listConnections }] = await Promise.all([import("../../db/inventory/inventory"), import("../../db/connections")]);
  const { revision, resources, edges, sources, changed, renamed } = await readInventory({ at });
  const names = new Map((await listConnections()).map(({ id, name }) => [id, name]));
  return {
    revision,
    at,
    resources,
    edges,
    sources: new Map(Array.from(sources, ([id, seenBy]) => [id, withNames(seenBy, names)])),
    byId: new Map(resources.map((resource) => [resource.id, resource])),
    byKey: new Map(resources.map((resource) => [resource.key, resource])),
    changed,
    renamed,
  };
}

function withNames(ids: readonly string[], names: ReadonlyMap<string, string>): string[] {
  return ids.flatMap((id) => [id, names.get(id) ?? id]);
}
