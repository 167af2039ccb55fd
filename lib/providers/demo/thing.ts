import { internet, type Collected, type CollectedResource, type Ref, type ResourceDraft } from "../../core/resource/collected";
import type { EdgeKind } from "../../core/resource/edge";
import type { JsonObject } from "../../core/json";

/** Which of the two inventories, a week apart. */
export type Moment = "last-week" | "now";

/** What a line may point at: another thing, or an address outside of the estate. */
export type End = CollectedResource | string;

/** What a thing has besides type, id and name. */
export interface Traits {
  state?: string;
  zone?: string;
  group?: string;
  tags?: Record<string, string>;
  properties?: JsonObject;
  /** RFC 3339. */
  createdAt?: string;
  links?: readonly (Ref | null)[];
}

export function thing(draft: ResourceDraft, traits: Traits): CollectedResource {
  const { links = [], ...rest } = traits;
  return {
    kind: "resource",
    collector: `demo.${draft.provider}`,
    resource: { ...draft, ...rest, origin: { kind: "demo", address: null, merged: [] } },
    aliases: [],
    refs: links.filter((link) => link !== null),
  };
}

/** `path` is the field in which the cloud says so. */
export function to(kind: EdgeKind, end: End, path: string): Ref {
  return { kind, target: addressOf(end), path };
}

/** The line points at the thing that tells it. */
export function from(kind: EdgeKind, end: End, path: string): Ref {
  return { ...to(kind, end, path), direction: "in" };
}

export function inside(container: End, path: string): Ref {
  return from("contains", container, path);
}

export function openToInternet(path: string): Ref {
  return { kind: "allows", target: internet, path, direction: "in" };
}

/** Something outside of the estate, with the type it is known to have. */
export function outside(kind: EdgeKind, target: string, targetType: string, path: string): Ref {
  return { kind, target, targetType, path };
}

export function all(kind: EdgeKind, ends: readonly End[], path: string): Ref[] {
  return ends.map((end) => to(kind, end, path));
}

export function addressOf(end: End): string {
  return typeof end === "string" ? end : end.resource.id;
}

export function listed(...groups: readonly (readonly Collected[])[]): Collected[] {
  return groups.flat();
}

/** Lower-case hexadecimal text that looks random and never changes (two rounds of FNV-1a per 8 digits). */
export function hex(seed: string, length: number): string {
  let text = "";
  for (let round = 0; text.length < length; round++) text += fnv(`${seed}#${round}`).toString(16).padStart(8, "0");
  return text.slice(0, length);
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
