import type { CollectedResource, Ref } from "../../../../core/resource/collected";
import type { JsonObject } from "../../../../core/json";
import { armId, parentArmId, partOwner, resourceGroupId, subscriptionOf } from "../arm-id";
import { objectOf, objectsOf, type ArmRow } from "./row";

const managementGroup = "Microsoft.Management/managementGroups";

/** What contains a row by its id, or by the chain of management groups above it. `refs` are its other references. */
export function containerOf(row: ArmRow, refs: readonly Ref[]): Ref[] {
  if (row.type === managementGroup || row.type === "Microsoft.Resources/subscriptions") return aboveOf(row).slice(0, 1).map(({ id, path }) => inside(id, path));
  const parent = parentArmId(row.id);
  if (parent !== null) return [inside(partOwner(parent) ?? parent, "id")];
  if (refs.some(({ kind, direction }) => kind === "contains" && direction === "in")) return [];
  const scope = resourceGroupId(row.id) ?? (subscriptionOf(row.id) === null ? null : `/subscriptions/${subscriptionOf(row.id) ?? ""}`);
  // An unlisted group or subscription is told by `group` and `account` already; a synthetic frame would say it twice.
  return scope === null || scope === armId(row.id) ? [] : [{ ...inside(scope, "id"), outside: false }];
}

/** The management groups that a subscription's or group's row names: who may not list them still sees how they nest. */
export function managementGroupsOf(row: ArmRow, source: Pick<CollectedResource, "collector"> & { origin: CollectedResource["resource"]["origin"] }): CollectedResource[] {
  const chain = aboveOf(row);
  return chain.map(({ id, name }, index) => ({
    kind: "resource",
    collector: source.collector,
    resource: { id, provider: "azure", type: managementGroup, name, account: "", region: null, origin: source.origin ?? null },
    aliases: [],
    refs: chain.slice(index + 1, index + 2).map((next) => inside(next.id, next.path)),
  }));
}

interface Above {
  id: string;
  name: string;
  path: string;
}

/** Nearest first. Of resource groups nothing: their subscription has said it. */
function aboveOf({ type, properties }: ArmRow): Above[] {
  const isGroup = type === managementGroup;
  if (!properties || (!isGroup && type !== "Microsoft.Resources/subscriptions")) return [];
  const details = isGroup ? (objectOf(properties["details"]) ?? {}) : properties;
  const path = isGroup ? "properties.details." : "properties.";
  const chain = objectsOf(details["managementGroupAncestorsChain"]).flatMap((item) => aboveIn(item, `${path}managementGroupAncestorsChain[]`));
  return chain.length > 0 ? chain : aboveIn(objectOf(details["parent"]) ?? {}, `${path}parent.id`);
}

function aboveIn({ id, name, displayName }: JsonObject, path: string): Above[] {
  const short = typeof name === "string" && name !== "" ? name : typeof id === "string" ? (id.split("/").at(-1) ?? "") : "";
  if (short === "") return [];
  return [{ id: `/providers/microsoft.management/managementgroups/${short.toLowerCase()}`, name: typeof displayName === "string" && displayName !== "" ? displayName : short, path }];
}

function inside(target: string, path: string): Ref {
  return { kind: "contains", target, path, direction: "in" };
}
