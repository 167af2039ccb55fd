import type { Ref } from "../../../../core/resource/collected";
import type { JsonValue } from "../../../../core/json";
import { isArmId, owningArmId, parentArmId } from "../arm-id";
import { hostTargets } from "../host-targets";
import type { ArmField } from "./field";
import { fieldOf } from "./fields";
import { meaningOfTarget } from "./fields/targets";
import type { ArmRow } from "./row";

// The secrets' filter stops at 48 levels; no service nests deeper than about 20.
const maxDepth = 60;

interface Leaf {
  path: string;
  value: string;
}

/** A field's place in a file, told by its place in the row. */
export type Place = (path: string) => string;

/**
 * Everything a row points at. `holder` is the id that the references start from, `type` the row's own; `listed` are paths whose
 * content is collected as resources of their own.
 */
export function referencesOf(row: ArmRow, holder: string, place: Place, listed: readonly string[]): Ref[] {
  const refs: Ref[] = [];
  for (const leaf of leavesOf(row)) {
    const field = fieldOf(row.type, leaf.path);
    if (field === undefined && (listed.some((path) => leaf.path.startsWith(path)) || isOfRule(leaf.path))) continue;
    refs.push(...(isReference(leaf.value) ? idRefs(leaf, field, holder) : textRefs(leaf, field)));
  }
  return once([...inOneSubnet(refs, holder), ...hiddenLinks(row, holder)]).map((ref) => ({ ...ref, path: place(ref.path) }));
}

function leavesOf(row: ArmRow): Leaf[] {
  const leaves: Leaf[] = [];
  addLeaves({ properties: row.properties ?? null, identity: row.identity ?? null, extendedLocation: row.extendedLocation ?? null, managedBy: row.managedBy ?? null }, "", 0, leaves);
  return leaves;
}

function addLeaves(value: JsonValue, path: string, depth: number, leaves: Leaf[]): void {
  if (typeof value === "string") {
    if (mayPoint(value)) leaves.push({ path, value });
  } else if (Array.isArray(value)) {
    if (depth < maxDepth) for (const item of value) addLeaves(item, `${path}[]`, depth + 1, leaves);
  } else if (value !== null && typeof value === "object" && depth < maxDepth) {
    for (const [key, inner] of Object.entries(value)) {
      // Identities are the keys of a map.
      if (isReference(key)) leaves.push({ path, value: key });
      else addLeaves(inner, path === "" ? key : `${path}.${key}`, depth + 1, leaves);
    }
  }
}

/** Ids, host names, addresses and the ids of principals: everything else names nothing. */
function mayPoint(value: string): boolean {
  return value.length < 2000 && (value.startsWith("/") || value.includes(".") || /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value));
}

function isReference(value: string): boolean {
  return isArmId(value) && !value.includes("\n");
}

/** Whether a rule's source is let in depends on the rest of the rule: `exposureOf` tells. */
function isOfRule(path: string): boolean {
  return path.endsWith("sourceApplicationSecurityGroups[].id");
}

function idRefs({ path, value }: Leaf, field: ArmField | undefined, holder: string): Ref[] {
  const target = owningArmId(value);
  if (isOwn(target, holder)) return [];
  const { kind, direction, outside } = field ?? meaningOfTarget(target);
  return [{ kind, target, path, ...(direction === undefined ? {} : { direction }), ...(outside === false || !isListable(target) ? { outside: false } : {}) }];
}

/** Groups and subscriptions stand as frames anyway; Azure's own catalogues (images, roles, connectors) are no resources of anybody. */
function isListable(id: string): boolean {
  return id.includes("/providers/") && !/\/providers\/[^/]+\/(locations|roledefinitions|policydefinitions)\//.test(id);
}

/** A host name, and of a URL in a vault the key, secret or certificate without its version. */
function textRefs({ path, value }: Leaf, field: ArmField | undefined): Ref[] {
  const text = value.replace(/^docker\|/i, "");
  if (field === undefined && !ownHosts.test(text)) return [];
  const { kind, direction } = field ?? { kind: "depends-on" };
  const item = /^https:\/\/[^/]+\/(?:keys|secrets|certificates)\/[^/]+/i.exec(text)?.[0].toLowerCase();
  const targets = [...hostTargets(text), ...(item === undefined ? [] : [item])];
  return targets.map((target) => ({ kind, target, path, certainty: "derived", ...(direction === undefined ? {} : { direction }) }));
}

/** URLs of Azure's own services mean a resource wherever they stand. */
const ownHosts = /^[a-z]+:\/\/[^/]+\.(windows\.net|azure\.com|azure\.net|azurewebsites\.net|azurecr\.io|azure-api\.net|azurefd\.net|azureedge\.net)(:\d+)?(\/|$)/i;

/** A thing is drawn in its subnet; one that lives in several, or in another resource, is connected to each. */
function inOneSubnet(refs: readonly Ref[], holder: string): Ref[] {
  const isInSubnet = (ref: Ref): boolean => ref.kind === "contains" && ref.direction === "in" && /\/virtualnetworks\/[^/]+\/subnets\/[^/]+$/.test(ref.target);
  const subnets = new Set(refs.filter(isInSubnet).map(({ target }) => target));
  if (subnets.size === 0 || (subnets.size === 1 && parentArmId(holder) === null)) return [...refs];
  return refs.map((ref) => (isInSubnet(ref) ? { kind: "connects-to", target: ref.target, path: ref.path } : ref));
}

/** The portal keeps some relationships (of a web test, of an app with its Application Insights) as names or values of tags. */
function hiddenLinks({ type, tags }: ArmRow, holder: string): Ref[] {
  return Object.entries(tags).flatMap(([key, value]): Ref[] => {
    const linked = [key.replace(/^hidden-link:\s*/i, ""), value].find(isReference);
    const target = linked === undefined ? holder : owningArmId(linked);
    if (isOwn(target, holder)) return [];
    const told = { target, path: "tags", certainty: "derived" } as const;
    if (type === "Microsoft.Insights/components") return [{ ...told, kind: "writes", direction: "in" }];
    const isWatched = type.startsWith("Microsoft.Web/sites") && target.includes("/microsoft.insights/components/");
    return [{ ...told, kind: isWatched ? "writes" : "depends-on" }];
  });
}

/** A resource does not refer to itself, to its parts, or to what contains it by its very id. */
function isOwn(target: string, holder: string): boolean {
  return target === holder || target.startsWith(`${holder}/`) || holder.startsWith(`${target}/`);
}

/** The first of several that say the same: fields come before tags. */
function once(refs: readonly Ref[]): Ref[] {
  const first = new Map<string, Ref>();
  for (const ref of refs) {
    const said = `${ref.kind} ${ref.direction ?? "out"} ${ref.target}`;
    if (!first.has(said)) first.set(said, ref);
  }
  return [...first.values()];
}
