import type { Edge } from "../../core/resource/edge";
import { internet } from "../../core/resource/collected";
import type { Resource } from "../../core/resource/resource";

export type SubnetAccess = "public" | "private";

const gateways = new Set(["AWS::EC2::InternetGateway"]);
const tables = new Set(["AWS::EC2::RouteTable"]);

/** Which subnets have a route out to an internet gateway: what decides it in AWS, not the subnet's name. */
export function subnetAccess(resources: ReadonlyMap<string, Resource>, edges: readonly Edge[]): Map<string, SubnetAccess> {
  const open = new Set<string>();
  const tablesOf = new Map<string, string[]>();
  for (const { from, to, kind } of edges) {
    const source = resources.get(from);
    const target = resources.get(to);
    if (source === undefined || target === undefined || kind === "contains") continue;
    if (tables.has(source.type) && (to === internet || gateways.has(target.type))) open.add(from);
    const [table, subnet] = tables.has(target.type) ? [to, from] : [from, to];
    if (tables.has(resources.get(table)?.type ?? "") && resources.get(subnet)?.type === "AWS::EC2::Subnet") {
      tablesOf.set(subnet, [...(tablesOf.get(subnet) ?? []), table]);
    }
  }
  const access = new Map<string, SubnetAccess>();
  for (const [subnet, routes] of tablesOf) access.set(subnet, routes.some((table) => open.has(table)) ? "public" : "private");
  return access;
}
