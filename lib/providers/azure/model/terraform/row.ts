import { valuesAt } from "../../../../core/resource/attribute-path";
import type { Ref } from "../../../../core/resource/collected";
import type { EdgeKind } from "../../../../core/resource/edge";
import type { TerraformAssociation, TerraformAttributes, TerraformEnd, TerraformFragment, TerraformRef, TerraformRefsOf, TerraformResource } from "../../../../core/terraform/terraform-type";
import { armId, isArmId, owningArmId, parentArmId, resourceGroupId } from "../arm-id";
import { hostTargets } from "../host-targets";

type More = Partial<Omit<TerraformResource, "as" | "type" | "refs">>;

/**
 * A row of its own. The id is the first ARM id among `id` and its variants; the resource group contains what has no nearer
 * container.
 */
export function azure(type: string, refs: readonly TerraformRef[] = [], more: More = {}): TerraformResource {
  const all = [...refs, ...identityRefs];
  const containers = all.filter((ref) => ref.kind === "contains" && ref.direction === "in");
  return {
    id: armIdOf,
    ...more,
    as: "resource",
    type,
    refs: all,
    aliases: (attributes, context) => [...spellings(attributes), ...(more.aliases?.(attributes, context) ?? [])],
    refsOf: (attributes, context) => [...groupRef(attributes, containers), ...(more.refsOf?.(attributes, context) ?? [])],
  };
}

/** A reference by ARM id; one to a part (a backend pool, an address configuration) means the resource around it. */
export function to(path: string, kind: EdgeKind, options: Partial<TerraformRef> = {}): TerraformRef {
  return { path, kind, pick: armTargets, ...options };
}

/** The container that the field names: `path` holds the container's ARM id. */
export function inside(path: string, options: Partial<TerraformRef> = {}): TerraformRef {
  return { path, kind: "contains", direction: "in", pick: armTargets, ...options };
}

/** Drawn in its subnet; with several subnets, connected to each. */
export function inSubnet(path: string): TerraformRef {
  return inside(path, { whenMany: { kind: "connects-to" } });
}

/** The container that the resource's own ARM id names: a subnet's network, a database's server. */
export const insideParent: TerraformRef = { path: "id", kind: "contains", direction: "in", pick: parentTargets };

/** A reference by host name, address or URL: only drawn when it is one of the resources listed. */
export function toHost(path: string, kind: EdgeKind, options: Partial<TerraformRef> = {}): TerraformRef {
  return { path, kind, certainty: "derived", pick: hostTargets, ...options };
}

/** A Key Vault key, secret or certificate, without its version. */
export function toVaultItem(path: string, kind: EdgeKind): TerraformRef {
  return { path, kind, pick: vaultItemTargets };
}

export function association(kind: EdgeKind, from: string | TerraformEnd, to: string | TerraformEnd): TerraformAssociation {
  return { as: "association", kind, from: end(from), to: end(to) };
}

export function fragment(property: string, owner: string | TerraformEnd, refs: readonly TerraformRef[] = [], refsOf?: TerraformRefsOf): TerraformFragment {
  return { as: "fragment", owner: end(owner), property, refs, ...(refsOf === undefined ? {} : { refsOf }) };
}

/** The resource whose part this is, by the part's own ARM id. */
export const parentEnd: TerraformEnd = { paths: ["id"], pick: parentTargets };

export function end(path: string | TerraformEnd): TerraformEnd {
  return typeof path === "string" ? { paths: [path], pick: armTargets } : path;
}

export function armTargets(value: string): string[] {
  return isArmId(value) ? [owningArmId(value)] : [];
}

export function parentTargets(value: string): string[] {
  const parent = parentArmId(value);
  return parent === null ? [] : [owningArmId(parent)];
}

/** `https://v.vault.azure.net/keys/k/0123` → `https://v.vault.azure.net/keys/k` */
export function vaultItemTargets(value: string): string[] {
  const match = /^(https:\/\/[^/]+\/(?:keys|secrets|certificates)\/[^/]+)/i.exec(value);
  if (match?.[1] !== undefined) return [match[1].toLowerCase()];
  return armTargets(value);
}

/** The ARM id of an instance, wherever the provider's version puts it. */
export function armIdOf(attributes: TerraformAttributes): string | null {
  for (const name of ["id", "resource_manager_id", "resource_versionless_id", "resource_id"]) {
    const value = attributes[name];
    if (typeof value === "string" && isArmId(value)) return armId(value);
  }
  return null;
}

/** Everything at the given paths as host names: the addresses under which a resource is reached. */
export function hostAliases(...paths: string[]): (attributes: TerraformAttributes) => string[] {
  return (attributes) => paths.flatMap((path) => valuesAt(attributes, path)).flatMap(hostTargets);
}

/** The given values as they are: principal ids, versioned ids. */
export function valueAliases(...paths: string[]): (attributes: TerraformAttributes) => string[] {
  return (attributes) => paths.flatMap((path) => valuesAt(attributes, path));
}

const identityRefs: readonly TerraformRef[] = [to("identity[].identity_ids[]", "assumes")];

/** As the file spells it, and the principals by which role assignments know a resource. */
function spellings(attributes: TerraformAttributes): string[] {
  return [...valuesAt(attributes, "id"), ...valuesAt(attributes, "identity[].principal_id")];
}

function groupRef(attributes: TerraformAttributes, containers: readonly TerraformRef[]): Ref[] {
  if (containers.some((ref) => isContained(attributes, ref))) return [];
  const group = resourceGroupId(armIdOf(attributes) ?? "");
  // An unlisted group is told by the resource's `group` already; a synthetic frame would say it twice.
  return group === null ? [] : [{ kind: "contains", target: group, path: "id", direction: "in", outside: false }];
}

function isContained(attributes: TerraformAttributes, ref: TerraformRef): boolean {
  const values = valuesAt(attributes, ref.path);
  const targets = new Set(ref.pick === undefined ? values : values.flatMap(ref.pick));
  return targets.size === 1 || (targets.size > 1 && ref.whenMany === undefined);
}
