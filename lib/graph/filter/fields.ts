import type { JsonValue } from "../../core/json";
import type { Resource } from "../../core/resource/resource";
import type { FilterKey } from "./filter";

interface Field {
  /** Said beside the key where keys are offered. */
  meaning: string;
  /** A moment is compared as time, everything else as text. */
  isMoment?: true;
  read(resource: Resource, sources: readonly string[]): readonly string[];
}

function known(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value];
}

/** Every key that is written without a dot. In the order in which they are offered. */
export const fields = {
  type: { meaning: "the cloud's own type name", read: ({ type }) => [type] },
  name: { meaning: "what it is called", read: ({ name }) => [name] },
  provider: { meaning: "aws, azure or gcp", read: ({ provider }) => [provider] },
  account: { meaning: "account, subscription or project", read: ({ account }) => [account] },
  region: { meaning: "us-east-1, westeurope …", read: ({ region }) => known(region) },
  zone: { meaning: "availability zone", read: ({ zone }) => known(zone) },
  category: { meaning: "compute, network, storage …", read: ({ category }) => [category] },
  state: { meaning: "running, stopped, available …", read: ({ state }) => known(state) },
  group: { meaning: "Azure resource group", read: ({ group }) => known(group) },
  source: { meaning: "the connection that sees it, by name or id", read: (_resource, sources) => sources },
  origin: { meaning: "live, or the kind of file", read: ({ origin }) => known(origin?.kind) },
  address: { meaning: "the file's own name for it", read: ({ origin }) => known(origin?.address) },
  id: { meaning: "ARN, resource id or full name", read: ({ id }) => [id] },
  createdAt: { meaning: "when the cloud made it", isMoment: true, read: ({ createdAt }) => known(createdAt) },
  firstSeen: { meaning: "when it was first discovered", isMoment: true, read: ({ firstSeenAt }) => [firstSeenAt] },
  lastSeen: { meaning: "when it was last discovered", isMoment: true, read: ({ lastSeenAt }) => [lastSeenAt] },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;
// Object.keys forgets the names.
export const fieldNames = Object.keys(fields) as FieldName[];
/** How every key is written. */
export const filterKeys: readonly string[] = [...fieldNames, "tag.<key>", "property.<path>", "has"];

const byLowerCase = new Map(fieldNames.map((name) => [name.toLowerCase(), name]));

/** Keys are read without case. */
export function fieldNamed(text: string): FieldName | undefined {
  return byLowerCase.get(text.toLowerCase());
}

export function isMoment(key: FilterKey): boolean {
  return key.kind === "field" && "isMoment" in fields[key.name];
}

/** Whether the key is compared with `>` and `<`: tags and properties hold numbers and dates too. */
export function isComparable(key: FilterKey): boolean {
  return key.kind !== "field" || isMoment(key);
}

export type ReadValues = (resource: Resource, sources: readonly string[]) => readonly string[];

/** Reads the values of a key as text; none where the resource has none. */
export function valuesOf(key: FilterKey): ReadValues {
  if (key.kind === "field") return fields[key.name].read;
  if (key.kind === "tag") return ({ tags }) => (Object.hasOwn(tags, key.name) ? known(tags[key.name]) : []);
  return ({ properties }) => follow(properties, key.path).flatMap(scalarText);
}

/** Whether a resource has a value for the key. An empty tag is there; an empty text of a field (an unknown account) is not. */
export function hasValue(key: FilterKey): (resource: Resource, sources: readonly string[]) => boolean {
  if (key.kind === "property") return ({ properties }) => follow(properties, key.path).some((found) => found !== null);
  const read = valuesOf(key);
  return key.kind === "tag" ? (resource, sources) => read(resource, sources).length > 0 : (resource, sources) => read(resource, sources).some((value) => value !== "");
}

/** What is at a path. A list on the way stands for each of its elements. */
function follow(from: JsonValue, path: readonly string[]): JsonValue[] {
  let found = flat(from);
  for (const name of path) {
    found = found.flatMap((value) => (typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name) ? flat(value[name] ?? null) : []));
  }
  return found;
}

function flat(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value];
}

function scalarText(value: JsonValue): string[] {
  return value === null || typeof value === "object" ? [] : [String(value)];
}
