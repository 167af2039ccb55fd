import type { Ref } from "../../core/resource/collected";

interface Subnets {
  ids: readonly (string | undefined)[];
  path: string;
}

interface Network {
  id: string | undefined;
  path: string;
}

/** In exactly one subnet: contained by it. In several it can be drawn inside none: the VPC contains it, and it connects to each. */
export function placedIn(subnets: Subnets, network: Network): Ref[] {
  const ids = [...new Set(subnets.ids.filter((id): id is string => Boolean(id)))];
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return [{ kind: "contains", target: only, path: subnets.path, direction: "in" }];
  const connections = ids.map((target): Ref => ({ kind: "connects-to", target, path: subnets.path }));
  return network.id ? [{ kind: "contains", target: network.id, path: network.path, direction: "in" }, ...connections] : connections;
}

export function securedBy(groups: readonly (string | undefined)[] | undefined, path: string): Ref[] {
  return (groups ?? []).flatMap((target): Ref[] => (target ? [{ kind: "secured-by", target, path }] : []));
}
