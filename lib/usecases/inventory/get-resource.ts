import type { ResourceDetail } from "../../core/api/resources";
import { viewInventory } from "./inventory-view";
import { relationGroups, resourceOf, summaryOf } from "./list-relations";

/** Of each kind and direction; more are asked for as pages. */
const firstRelations = 50;

/** A resource with its first relations of each kind, who sees it, and what could not be seen around it. */
export async function getResource(key: string): Promise<ResourceDetail> {
  const view = await viewInventory();
  const resource = resourceOf(view, key);
  const parent = resource.parent === null ? undefined : view.byId.get(resource.parent);
  const sources = new Set(view.sources.get(resource.id));
  const [{ listConnections }, { listCoverage }] = await Promise.all([import("../../db/connections"), import("../../db/inventory/inventory")]);
  const [connections, rows] = await Promise.all([listConnections(), listCoverage()]);
  return {
    resource,
    parent: parent === undefined ? null : summaryOf(parent),
    relations: relationGroups(view, resource, firstRelations),
    sources: connections.filter(({ id }) => sources.has(id)).map(({ id, name, kind }) => ({ id, name, kind })),
    unseen: rows
      .filter(({ connectionId, coverage }) => sources.has(connectionId) && coverage.status !== "complete" && coverage.account === resource.account && isNear(coverage.region, resource.region))
      .map(({ coverage }) => coverage),
  };
}

function isNear(looked: string | null, region: string | null): boolean {
  return looked === null || region === null || looked === region;
}
