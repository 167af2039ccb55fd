import type { TerraformEnd, TerraformType } from "../../../core/terraform/terraform-type";
import { referencesOf } from "./read-modules";
import type { Follower } from "./follower";
import type { PlacedInstance } from "./places";

export interface Container {
  /** The attribute that takes the container's name or id. */
  path: string;
  address: string;
  /** The instance is no box of its own but a part of the container, or a line from it. */
  ofPart: boolean;
}

/**
 * What an instance will lie in where only its own id will say so (a subnet of Azure says its network in its id alone): the one
 * from which it takes a name, of the type that its own type is a part of; in Azure else the resource group.
 */
export function containerOf(instance: PlacedInstance, follower: Follower): Container | null {
  const { row } = instance.block;
  if (row === null || row.as === "hidden") return null;
  if (row.as !== "resource") {
    const ends = row.as === "association" ? [row.from, row.to] : [row.owner];
    if (!ends.some(isOwnId)) return null;
    const taken = new Set(ends.flatMap(({ paths }) => paths));
    const found = namedBy(instance, follower).find(({ path }) => !taken.has(path) && path !== groupName);
    return found === undefined ? null : { path: found.path, address: found.target.address, ofPart: true };
  }
  const types = containerTypes(row);
  if (types.length === 0 && !Object.hasOwn(instance.block.config?.expressions ?? {}, groupName)) return null;
  const named = namedBy(instance, follower);
  const found = types.map((type) => named.find(({ target }) => typeOf(target.block.row) === type)).find((one) => one !== undefined) ?? named.find(({ path }) => path === groupName);
  return found === undefined ? null : { path: found.path, address: found.target.address, ofPart: false };
}

const groupName = "resource_group_name";

function isOwnId({ paths }: TerraformEnd): boolean {
  return paths[0] === "id";
}

/** Every attribute that is taken from one other thing. */
function namedBy(instance: PlacedInstance, follower: Follower): { path: string; target: PlacedInstance }[] {
  return Object.entries(instance.block.config?.expressions ?? {}).flatMap(([path, expression]) => {
    const references = referencesOf(expression);
    if (references === null || references.length === 0) return [];
    const [target, ...more] = follower.meant(references, instance, path).instances;
    return target === undefined || more.length > 0 || target === instance ? [] : [{ path, target }];
  });
}

/** The nearest first: `Microsoft.Network/virtualNetworks/subnets` is a part of `Microsoft.Network/virtualNetworks`; a row may say another type. */
function containerTypes(row: TerraformType & { as: "resource" }): string[] {
  const types = (row.refs ?? []).flatMap((ref) => (ref.path === "id" && ref.targetType !== undefined ? [ref.targetType.toLowerCase()] : []));
  const segments = typeOf(row).split("/");
  for (let count = segments.length - 1; count > 1; count--) types.push(segments.slice(0, count).join("/"));
  return types;
}

function typeOf(row: TerraformType | null): string {
  return row?.as === "resource" && typeof row.type === "string" ? row.type.toLowerCase() : "";
}
