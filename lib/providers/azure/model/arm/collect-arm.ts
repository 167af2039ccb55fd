import type { Collected, CollectedFragment, Ref } from "../../../../core/resource/collected";
import type { Origin } from "../../../../core/resource/resource";
import { armId, partOwner } from "../arm-id";
import { aliasesOf } from "./aliases";
import { associationOf } from "./associations";
import { childrenOf, listedPaths } from "./children";
import { containerOf, managementGroupsOf } from "./containers";
import { draftOf, withoutEmpty } from "./draft";
import { exposureOf } from "./exposure";
import { referencesOf, type Place } from "./references";
import { objectOf, type ArmRow } from "./row";

export interface ArmSource {
  collector: string;
  origin: Origin;
}

/**
 * What `link` takes for any ARM body or row of Resource Graph, secrets already removed: the resource with the children that
 * stand inline in it, a part as a fragment of its owner, or an association as an edge. Paths are as the body is written.
 */
export function collectArm(row: ArmRow, source: ArmSource): Collected[] {
  return collect(row, source, (path) => path);
}

function collect(row: ArmRow, source: ArmSource, place: Place): Collected[] {
  const association = associationOf(row, source.collector);
  if (association !== null) return association;
  const owner = partOwner(row.id);
  if (owner !== null) return [fragmentOf(row, owner, source.collector, place)];
  const refs = refsOf(row, armId(row.id), place);
  return [
    { kind: "resource", collector: source.collector, resource: draftOf(row, source.origin), aliases: aliasesOf(row), refs: [...containerOf(row, refs), ...refs] },
    ...managementGroupsOf(row, source),
    ...childrenOf(row).flatMap((child) => collect(child.row, source, (path) => place(child.place(path)))),
  ];
}

/** Parts lie in their owner's properties under the name of their list: `firewallRules`, `virtualNetworkLinks`. */
function fragmentOf(row: ArmRow, owner: string, collector: string, place: Place): CollectedFragment {
  const list = row.type.split("/").at(-1) ?? row.type;
  const content = { name: row.name ?? null, ...objectOf(withoutEmpty(row.properties ?? null)) };
  return { kind: "fragment", collector, owner, address: row.id, properties: { [list]: [content] }, refs: refsOf(row, owner, place) };
}

function refsOf(row: ArmRow, holder: string, place: Place): Ref[] {
  return [...referencesOf(row, holder, place, listedPaths(row)), ...groupMade(row), ...exposureOf(row).map((ref) => ({ ...ref, path: place(ref.path) }))];
}

/** A cluster names the group of its nodes without its subscription. */
function groupMade({ id, type, properties }: ArmRow): Ref[] {
  const group = properties?.["nodeResourceGroup"];
  const subscription = /^\/subscriptions\/[^/]+/i.exec(id)?.[0];
  if (type !== "Microsoft.ContainerService/managedClusters" || typeof group !== "string" || subscription === undefined) return [];
  return [{ kind: "managed-by", target: armId(`${subscription}/resourceGroups/${group}`), path: "properties.nodeResourceGroup", direction: "in", outside: false }];
}
