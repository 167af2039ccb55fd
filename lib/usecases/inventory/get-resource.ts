import type { Relation, ResourceDetail, ResourceSummary } from "../../core/api";
import { CloudVizError } from "../../core/error";
import type { Edge } from "../../core/edge";
import type { Resource } from "../../core/resource";
import { isOutside } from "../../core/is-outside";
import { viewInventory, type InventoryView } from "./inventory-view";

/** A resource with its relations, who sees it, and what could not be seen around it. */
export async function getResource(key: string): Promise<ResourceDetail> {
  const view = await viewInventory();
  const resource = view.byKey.get(key);
  if (resource === undefined) throw new CloudVizError("not-found", "There is no such resource now. It may have been deleted, or its connection removed.");
  const sources = new Set(view.sources.get(resource.id));
  const [{ listConnections }, { listCoverage }] = await Promise.all([import("../../db/connections"), import("../../db/inventory")]);
  const [connections, rows] = await Promise.all([listConnections(), listCoverage()]);
  return {
    resource,
    relations: {
      out: view.edges.filter(({ from }) => from === resource.id).flatMap((edge) => relationOf(view, edge, edge.to)),
      in: view.edges.filter(({ to }) => to === resource.id).flatMap((edge) => relationOf(view, edge, edge.from)),
    },
    sources: connections.filter(({ id }) => sources.has(id)).map(({ id, name, kind }) => ({ id, name, kind })),
    unseen: rows
      .filter(({ connectionId, coverage }) => sources.has(connectionId) && coverage.status !== "complete" && coverage.account === resource.account && isNear(coverage.region, resource.region))
      .map(({ coverage }) => coverage),
  };
}

function isNear(looked: string | null, region: string | null): boolean {
  return looked === null || region === null || looked === region;
}

function relationOf(view: InventoryView, edge: Edge, otherId: string): Relation[] {
  const other = view.byId.get(otherId);
  return other === undefined ? [] : [{ edge, other: summaryOf(other) }];
}

function summaryOf(resource: Resource): ResourceSummary {
  const { key, id, name, type, category, provider } = resource;
  return { key, id, name, type, category, provider, isOutside: isOutside(resource) };
}
