import type { CollectedResource } from "../../core/resource/collected";
import { inside, thing, type Traits } from "./thing";

export const subscription = "0f5e2d61-7b3a-4c98-8d12-a4b6c8e0f213";
const location = "westeurope";

/** A resource group of the one subscription. */
export function azureGroup(name: string): CollectedResource {
  const id = `/subscriptions/${subscription}/resourcegroups/${name.toLowerCase()}`;
  return thing({ provider: "azure", type: "Microsoft.Resources/resourceGroups", id, name, account: subscription, region: location }, { group: name, tags: { owner: "corporate-it" } });
}

/**
 * `path` is what follows `/providers/` in the ARM id; type and name are read from it. The group contains what has no nearer
 * container among its links.
 */
export function azure(group: CollectedResource, path: string, traits: Traits = {}): CollectedResource {
  const segments = path.split("/");
  const type = [segments[0], ...segments.slice(1).filter((_, index) => index % 2 === 0)].join("/");
  const links = traits.links ?? [];
  const contained = links.some((link) => link?.kind === "contains" && link.direction === "in");
  const region = /^Microsoft\.Network\/(dnszones|privateDnsZones|trafficManager)|^Microsoft\.Cdn|actionGroups/.test(path) ? null : location;
  const spelled = `/subscriptions/${subscription}/resourceGroups/${group.resource.name}/providers/${path}`;
  return thing(
    { provider: "azure", type, id: spelled.toLowerCase(), name: segments.at(-1) ?? path, account: subscription, region },
    { tags: { costCenter: "4100" }, ...traits, group: group.resource.name, properties: { ...traits.properties, armId: spelled }, links: [...links, contained ? null : inside(group, "id")] },
  );
}
