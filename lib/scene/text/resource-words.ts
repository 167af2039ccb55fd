import { describeType, internetType } from "../../catalogue";
import type { JsonValue } from "../../core/json";
import type { Resource } from "../../core/resource/resource";
import { isOutside } from "../../core/resource/is-outside";

/** The spellings under which clouds and their Terraform types give a network's address range. */
const rangeKeys = [
  "cidr", "cidrBlock", "cidr_block", "CidrBlock", "ipCidrRange", "ip_cidr_range", "addressPrefix", "address_prefix",
  "addressPrefixes", "address_prefixes", "addressSpace", "address_space",
] as const;

/** The type `link` gives to what it knows only by a pointer. */
const unknownType = "Unknown";

/** What a person sizes or tells a resource by, in the clouds' own spellings. */
const sizeKeys = [
  "instanceType", "instance_type", "InstanceType", "instanceClass", "instance_class", "dbInstanceClass", "vmSize", "vm_size", "machineType",
  "machine_type", "nodeType", "node_type", "runtime", "Runtime", "tier", "sku", "sku_name", "volumeType", "volume_type",
] as const;

/** "10.0.0.0/16", "10.0.0.0/16 +2" where there are several, or null. */
export function addressRange({ properties }: Pick<Resource, "properties">): string | null {
  for (const key of rangeKeys) {
    const ranges = texts(properties[key]);
    if (ranges[0] !== undefined) return ranges.length > 1 ? `${ranges[0]} +${ranges.length - 1}` : ranges[0];
  }
  return null;
}

function texts(value: JsonValue | undefined): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => texts(item));
  if (value !== null && typeof value === "object") return texts(value.addressPrefixes ?? value.address_prefixes);
  return [];
}

/** The title of a box: its name, else the last word of its id. */
export function resourceTitle({ name, id }: Pick<Resource, "name" | "id">): string {
  if (name.trim() !== "") return name;
  return id.split("/").findLast((part) => part !== "") ?? id;
}

/** The second line of a card. */
export function typeLine(resource: Pick<Resource, "type" | "origin">): string | null {
  if (resource.type === internetType) return null;
  return isUnnamed(resource) ? "Not in the inventory" : describeType(resource.type).label;
}

/** The third line: size, state, and the place unless a frame around the card tells it. Null when there is nothing to say. */
export function metaLine(resource: Resource, { isRegionShown, isZoneShown }: { isRegionShown: boolean; isZoneShown: boolean }): string | null {
  if (isOutside(resource)) return resource.type === internetType || isUnnamed(resource) ? null : "not in the inventory";
  const place = isZoneShown ? null : (resource.zone ?? (isRegionShown ? null : resource.region));
  const words = [sizeOf(resource), resource.state, place].filter((word) => word !== null && word !== "");
  return words.length === 0 ? null : words.join(" · ");
}

/** Stands for something nobody listed; everybody ("Internet") is known. */
export function isUnseen(resource: Pick<Resource, "type" | "origin">): boolean {
  return isOutside(resource) && resource.type !== internetType;
}

/** An outside node of which not even the type is told. */
export function isUnnamed({ type, origin }: Pick<Resource, "type" | "origin">): boolean {
  return isOutside({ origin }) && type === unknownType;
}

/** What it is sized by, such as "m7g.large"; null when nothing tells. */
export function sizeOf({ properties }: Pick<Resource, "properties">): string | null {
  for (const key of sizeKeys) {
    const value = properties[key];
    // Machine types of Google Cloud are URLs; their last part is the size.
    if (typeof value === "string" && value !== "") return value.slice(value.lastIndexOf("/") + 1);
  }
  return null;
}
