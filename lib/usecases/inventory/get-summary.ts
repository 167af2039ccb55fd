import { describeType, providerLabel } from "../../catalogue";
import type { Summary } from "../../core/api/summary";
import type { Resource } from "../../core/resource/resource";
import { isOutside } from "../../core/resource/is-outside";
import { viewInventory } from "./inventory-view";

const latest = 5;

/** What the dashboard shows. */
export async function getSummary(): Promise<Summary> {
  const [{ listConnections }, { listJobs }, { listDiagrams }, { listCoverage }] = await Promise.all([
    import("../../db/connections"),
    import("../../db/jobs/jobs"),
    import("../../db/diagrams"),
    import("../../db/inventory/inventory"),
  ]);
  const view = await viewInventory();
  const listed = view.resources.filter((resource) => !isOutside(resource));
  const connections = await listConnections();
  const unseen = (await listCoverage()).filter(({ coverage }) => coverage.status !== "complete");
  return {
    revision: view.revision,
    resources: listed.length,
    edges: view.edges.length,
    outside: view.resources.length - listed.length,
    accounts: new Set(listed.map(({ provider, account }) => `${provider} ${account}`)).size,
    byProvider: countBy(listed, ({ provider }) => provider, providerLabel),
    byCategory: countBy(listed, ({ category }) => category, (category) => category.charAt(0).toUpperCase() + category.slice(1)),
    byType: countBy(listed, ({ type }) => type, (type) => describeType(type).label),
    byRegion: countBy(listed, ({ region }) => region, (region) => region),
    connections,
    jobs: await listJobs({ limit: latest }),
    diagrams: await listDiagrams({ limit: latest }),
    unseen: unseen.flatMap(({ connectionId, jobId, coverage }) => (jobId === null ? [] : [{ connectionId, jobId, coverage }])),
    hasDemo: connections.some(({ kind }) => kind === "demo"),
  };
}

function countBy(resources: readonly Resource[], read: (resource: Resource) => string | null, label: (id: string) => string): Summary["byType"] {
  const counts = new Map<string, number>();
  for (const resource of resources) {
    const id = read(resource);
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return Array.from(counts, ([id, count]) => ({ id, label: label(id), count })).sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
}
