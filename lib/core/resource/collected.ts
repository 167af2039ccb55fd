import type { Certainty, EdgeKind } from "./edge";
import type { Coverage } from "./coverage";
import type { JsonObject } from "../json";
import type { Resource } from "./resource";

/**
 * A pointer as the cloud wrote it. `target` may be any spelling (id, ARN, self link, host name); `targetType` is given when
 * the spelling is only a name, and matches the alias made by `nameAlias(type, name)`. `direction: "in"` makes the edge run
 * from the target to the resource that holds the field (a child that names its container). A `derived` ref that matches
 * nothing is dropped and a `declared` one stays visible as an outside node, unless `outside` says otherwise.
 */
export interface Ref {
  kind: EdgeKind;
  target: string;
  targetType?: string;
  path: string;
  direction?: "out" | "in";
  certainty?: Certainty;
  outside?: boolean;
}

/** A resource as its collector saw it, before linking: what `link` fills in is not here. */
export type ResourceDraft = Pick<Resource, "id" | "provider" | "type" | "name" | "account" | "region"> &
  Partial<Pick<Resource, "zone" | "group" | "state" | "tags" | "properties" | "cost" | "origin" | "createdAt">>;

export interface CollectedResource {
  kind: "resource";
  collector: string;
  resource: ResourceDraft;
  /** The account that was looked at, where the resource lies in another or in none (a folder, a shared subnet): there it is found to be gone. */
  lookedAt?: string;
  /** Every other spelling under which something may refer to this resource. */
  aliases: string[];
  refs: Ref[];
}

/** An association that is no box of its own: an edge between two others. `from` is written like a ref's target. */
export interface CollectedRelation {
  kind: "relation";
  collector: string;
  from: string;
  fromType?: string;
  ref: Ref;
  /** The file's own name for the association, kept as the edge's evidence. */
  address?: string;
  /** Where the association was seen: picks the right one among resources of the same name. */
  scope?: { provider: string; account: string; region: string | null };
}

/** A part of another resource that files list apart (bucket versioning, a role's inline policy). */
export interface CollectedFragment {
  kind: "fragment";
  collector: string;
  owner: string;
  ownerType?: string;
  address: string;
  /** Merged into the owner's properties; a key that the owner has already becomes a list. */
  properties: JsonObject;
  refs: Ref[];
  scope?: { provider: string; account: string; region: string | null };
}

/** What a cell of a discovery finds. */
export type Found = CollectedResource | CollectedRelation | CollectedFragment;

export interface CollectedCoverage {
  kind: "coverage";
  coverage: Coverage;
}

/** Something the person should know about what was read: an odd version, a part that was left out. */
export interface CollectedNotice {
  kind: "notice";
  message: string;
}

/** What collectors and importers yield, in any order. */
export type Collected = Found | CollectedCoverage | CollectedNotice;

/** The alias under which a resource is found by a bare name. Names are only looked up together with a type. */
export function nameAlias(type: string, name: string): string {
  return `${type}|${name}`;
}

/** The target of a rule that is open to everybody: drawn as one well-known outside node. */
export const internet = "internet";
