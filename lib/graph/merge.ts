import type { ResourceDraft } from "../core/resource/collected";
import type { JsonObject, JsonValue } from "../core/json";
import { isOnlyNamed } from "./is-only-named";

/**
 * Two sightings of one resource in one collection: the first wins where they differ, unless it tells nothing but a name; the
 * second fills what is missing.
 */
export function mergeDrafts(first: ResourceDraft, second: ResourceDraft): ResourceDraft {
  if (isOnlyNamed(first) && !isOnlyNamed(second)) return mergeDrafts(second, first);
  return {
    ...second,
    ...first,
    zone: first.zone ?? second.zone ?? null,
    group: first.group ?? second.group ?? null,
    region: first.region ?? second.region,
    state: first.state ?? second.state ?? null,
    createdAt: first.createdAt ?? second.createdAt ?? null,
    tags: { ...second.tags, ...first.tags },
    properties: { ...second.properties, ...first.properties },
    origin: mergeOrigins(first.origin, second.origin),
  };
}

function mergeOrigins(first: ResourceDraft["origin"], second: ResourceDraft["origin"]): NonNullable<ResourceDraft["origin"]> | null {
  if (!first || !second) return first ?? second ?? null;
  const extra = second.address !== null && second.address !== first.address ? [second.address] : [];
  return { ...first, merged: [...first.merged, ...extra, ...second.merged] };
}

/** Folds a fragment into its owner: its properties beside the owner's (a key seen twice becomes a list), its address kept. */
export function mergeFragment(owner: ResourceDraft, properties: JsonObject, address: string): ResourceDraft {
  const merged = new Map<string, JsonValue>(Object.entries(owner.properties ?? {}));
  for (const [key, value] of Object.entries(properties)) {
    const present = merged.get(key);
    merged.set(key, present === undefined || present === null ? value : [...asList(present), ...asList(value)]);
  }
  const origin = owner.origin ?? { kind: "fragment", address: null, merged: [] };
  return { ...owner, properties: Object.fromEntries(merged), origin: { ...origin, merged: [...origin.merged, address] } };
}

function asList(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value : [value];
}
