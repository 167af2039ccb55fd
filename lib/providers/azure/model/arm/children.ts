import type { JsonObject } from "../../../../core/json";
import type { Place } from "./references";
import { objectOf, objectsOf, readArmRow, type ArmRow } from "./row";

/** A thing of its own that stands inline in another's body. */
export interface Child {
  row: ArmRow;
  /** Where a path of the child's row is found in the body it was read from. */
  place: Place;
}

interface InlineList {
  /** The list among the properties. */
  list: string;
  type: string;
}

const inlineLists = new Map<string, InlineList>([
  ["Microsoft.Network/virtualNetworks", { list: "subnets", type: "Microsoft.Network/virtualNetworks/subnets" }],
  ["Microsoft.ContainerService/managedClusters", { list: "agentPoolProfiles", type: "Microsoft.ContainerService/managedClusters/agentPools" }],
]);

/** The path below which a type lists its children: what stands there is theirs. */
export function listedPaths({ type }: ArmRow): string[] {
  const inline = inlineLists.get(type);
  return inline === undefined ? [] : [`properties.${inline.list}[]`];
}

/** The children that a body lists inline; the same thing listed by itself has the same id. */
export function childrenOf(row: ArmRow): Child[] {
  return [...inlineChildren(row), ...nestedResources(row)];
}

function inlineChildren(row: ArmRow): Child[] {
  const inline = inlineLists.get(row.type);
  if (inline === undefined) return [];
  return objectsOf(row.properties?.[inline.list]).flatMap((item): Child[] => {
    const child = readArmRow({ ...asRow(item), id: idOf(item, row.id, inline.type), type: inline.type, location: row.location, subscriptionId: row.subscriptionId });
    const isFlat = objectOf(item["properties"]) === null;
    const at = `properties.${inline.list}[].`;
    return child === null ? [] : [{ row: child, place: (path) => at + (isFlat ? path.replace(/^properties\./, "") : path) }];
  });
}

/** Some lists have an item's properties beside its name. */
function asRow(item: JsonObject): JsonObject {
  return objectOf(item["properties"]) === null ? { name: item["name"] ?? null, properties: item } : item;
}

function idOf(item: JsonObject, parent: string, type: string): string {
  const { id, name } = item;
  if (typeof id === "string" && id !== "") return id;
  // readArmRow lets go of what has no id.
  return typeof name === "string" && name !== "" ? `${parent}/${type.split("/").at(-1) ?? ""}/${name}` : "";
}

function nestedResources(row: ArmRow): Child[] {
  return (row.resources ?? []).flatMap((nested): Child[] => {
    const child = readArmRow(nested);
    return child === null ? [] : [{ row: child, place: (path) => `resources[].${path}` }];
  });
}
