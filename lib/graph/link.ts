import { describeType, internetType, spellType, typeOfAddress } from "../catalogue";
import { readAddress } from "../core/address";
import { internet } from "../core/resource/collected";
import type { Collected, CollectedFragment, CollectedRelation, CollectedResource, Ref, ResourceDraft } from "../core/resource/collected";
import type { Coverage } from "../core/resource/coverage";
import { edgeId } from "../core/resource/edge";
import type { Edge } from "../core/resource/edge";
import type { Inventory } from "../core/resource/inventory";
import { unpriced } from "../core/resource/money";
import type { Resource } from "../core/resource/resource";
import { isOutside } from "../core/resource/is-outside";
import { outsideId, outsideTarget } from "../core/resource/outside-id";
import { resourceKey } from "../core/resource/resource-key";
import { AliasIndex, spellingsOf } from "./alias-index";
import type { Scope } from "./alias-index";
import { mergeDrafts, mergeFragment } from "./merge";
import { assignParents } from "./parents";

export interface LinkedInventory extends Inventory {
  /** What the person should be told about what was read. */
  notices: string[];
  /** Resource id → its other spellings, so that a later inventory can be linked to this one. */
  aliases: Map<string, string[]>;
  /** Resource id → the collector that saw it: its coverage decides whether a missing resource is gone. */
  collectors: Map<string, string>;
  /** Resource id → the account that was looked at, where it is not the resource's own. */
  lookedAt: Map<string, string>;
}

/** References of one sighting. `address` is that of the association or part that has them. */
interface Sighted {
  refs: readonly Ref[];
  collector: string;
  address?: string;
}

/** A list for each sighting: what was collected is referred to and not copied, as there may be 100 MB of it. */
interface Entry {
  draft: ResourceDraft;
  collector: string;
  aliases: (readonly string[])[];
  sighted: Sighted[];
}

/**
 * Turns what collectors and importers yielded, in any order, into resources and edges: one pass to index every spelling,
 * one over the refs. O(n) in resources plus refs. `now` is RFC 3339.
 */
export function link(items: Iterable<Collected>, options: { now: string }): LinkedInventory {
  const linker = new Linker();
  for (const item of items) linker.add(item);
  return linker.finish(options.now);
}

/** As `link`, of what is read while it is linked: the items are never held as a list. */
export async function linkStream(items: AsyncIterable<Collected>, options: { now: string }): Promise<LinkedInventory> {
  const linker = new Linker();
  for await (const item of items) linker.add(item);
  return linker.finish(options.now);
}

class Linker {
  readonly #coverage: Coverage[] = [];
  readonly #notices: string[] = [];
  readonly #relations: CollectedRelation[] = [];
  readonly #fragments: CollectedFragment[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #lookedAt = new Map<string, string>();
  /** Outside nodes that were handed over, such as those of an export of ours: each stands in until what it stands for is listed. */
  readonly #standIns = new Map<string, CollectedResource>();
  #index = new AliasIndex();
  readonly #edges = new Map<string, Edge>();

  add(item: Collected): void {
    if (item.kind === "resource") this.#addResource(item);
    else if (item.kind === "relation") this.#relations.push(item);
    else if (item.kind === "fragment") this.#fragments.push(item);
    else if (item.kind === "coverage") this.#coverage.push(item.coverage);
    else this.#notices.push(item.message);
  }

  finish(now: string): LinkedInventory {
    this.#index = new AliasIndex(this.#wantedSpellings());
    for (const [id, { draft, aliases }] of this.#entries) this.#index.add(id, aliases.flat(), draft);
    for (const fragment of this.#fragments) this.#addFragment(fragment);
    for (const relation of this.#relations) this.#addRelation(relation);
    // Outside nodes are appended while this runs; they carry refs of their own only when a relation hangs on them.
    for (const { draft, sighted } of this.#entries.values()) {
      for (const { refs, collector, address } of sighted.splice(0)) for (const ref of refs) this.#addEdge(draft, ref, collector, address);
    }
    for (const standIn of this.#standIns.values()) this.#addStandIn(standIn);
    const edges = [...this.#edges.values()];
    const resources = Array.from(this.#entries.values(), ({ draft }) => toResource(draft, now));
    assignParents(resources, edges);
    const aliases = new Map(Array.from(this.#entries, ([id, entry]) => [id, unique(entry.aliases)]));
    const collectors = new Map(Array.from(this.#entries, ([id, entry]) => [id, entry.collector]));
    return { resources, edges, coverage: this.#coverage, notices: this.#notices, aliases, collectors, lookedAt: this.#lookedAt };
  }

  /** All that will be looked up and is no id as it stands. */
  #wantedSpellings(): Set<string> {
    const wanted = new Set<string>();
    const want = (target: string, targetType?: string) => {
      if (this.#entries.has(target)) return;
      for (const spelling of spellingsOf(target, targetType)) wanted.add(spelling);
    };
    const wantAll = (refs: readonly Ref[]) => {
      for (const { target, targetType } of refs) want(target, targetType);
    };
    for (const { sighted } of this.#entries.values()) for (const { refs } of sighted) wantAll(refs);
    for (const { owner, ownerType, refs } of this.#fragments) {
      want(owner, ownerType);
      wantAll(refs);
    }
    for (const { from, fromType, ref } of this.#relations) {
      want(from, fromType);
      want(ref.target, ref.targetType);
    }
    for (const { id, type } of Array.from(this.#standIns.values(), ({ resource }) => resource)) want(outsideTarget(id) ?? id, type);
    return wanted;
  }

  #addResource(item: CollectedResource): void {
    const { resource, aliases, refs, collector } = item;
    if (isOutside({ origin: resource.origin ?? null })) {
      if (!this.#standIns.has(resource.id)) this.#standIns.set(resource.id, item);
      return;
    }
    const sighted = refs.length === 0 ? [] : [{ refs, collector }];
    const present = this.#entries.get(resource.id);
    if (present === undefined) {
      this.#entries.set(resource.id, { draft: resource, collector, aliases: [aliases], sighted });
      if (item.lookedAt !== undefined) this.#lookedAt.set(resource.id, item.lookedAt);
      return;
    }
    present.draft = mergeDrafts(present.draft, resource);
    present.aliases.push(aliases);
    present.sighted.push(...sighted);
  }

  #addFragment(fragment: CollectedFragment): void {
    const scope = fragment.scope ?? nowhere;
    const owner = this.#entryOf(fragment.owner, fragment.ownerType, scope);
    owner.draft = mergeFragment(owner.draft, fragment.properties, fragment.address);
    owner.sighted.push({ refs: fragment.refs, collector: fragment.collector, address: fragment.address });
  }

  #addRelation({ from, fromType, ref, collector, address, scope }: CollectedRelation): void {
    const owner = this.#entryOf(from, fromType, scope ?? nowhere);
    owner.sighted.push(address === undefined ? { refs: [ref], collector } : { refs: [ref], collector, address });
  }

  /** Unless something listed is what it stands for. */
  #addStandIn({ resource, collector }: CollectedResource): void {
    const target = outsideTarget(resource.id) ?? resource.id;
    if (target === internet || this.#index.resolve(target, resource.type, resource) === null) this.#outside(target, resource.type, resource, collector);
  }

  #addEdge(holder: ResourceDraft, ref: Ref, collector: string, address: string | undefined): void {
    const keepsUnseen = ref.outside ?? ref.certainty !== "derived";
    const found = ref.target === internet ? null : this.#index.resolve(ref.target, ref.targetType, holder);
    if (found === null && !keepsUnseen) return;
    const other = found ?? this.#outside(ref.target, ref.targetType, holder, collector).draft.id;
    if (other === holder.id) return;
    const [from, to] = ref.direction === "in" ? [other, holder.id] : [holder.id, other];
    const id = edgeId(ref.kind, from, to);
    const certainty = ref.certainty ?? "declared";
    const present = this.#edges.get(id);
    if (present !== undefined && (present.certainty === "declared" || certainty === "derived")) return;
    const evidence = address === undefined ? { collector, path: ref.path } : { collector, path: ref.path, address };
    this.#edges.set(id, { id, kind: ref.kind, from, to, certainty, evidence });
  }

  #entryOf(target: string, targetType: string | undefined, scope: Scope): Entry {
    const found = this.#index.resolve(target, targetType, scope);
    const entry = found === null ? undefined : this.#entries.get(found);
    return entry ?? this.#outside(target, targetType, scope, "link");
  }

  #outside(target: string, targetType: string | undefined, referrer: Scope, collector: string): Entry {
    const id = outsideId(target);
    const present = this.#entries.get(id);
    if (present !== undefined) return present;
    const draft = this.#standIns.get(id)?.resource ?? outsideDraft(id, target, targetType, referrer);
    const entry: Entry = { draft, collector, aliases: [], sighted: [] };
    this.#entries.set(id, entry);
    return entry;
  }
}

/** The list itself where there is but one that repeats nothing. */
function unique(lists: readonly (readonly string[])[]): string[] {
  const all = lists.flat();
  const found = new Set(all);
  return found.size === all.length ? all : [...found];
}

const nowhere: Scope = { provider: "", account: "", region: null };

function outsideDraft(id: string, target: string, targetType: string | undefined, referrer: Scope): ResourceDraft {
  const origin = { kind: "outside", address: null, merged: [] };
  if (target === internet) {
    return { id, provider: "", type: internetType, name: "Internet", account: "", region: null, origin };
  }
  const place = readAddress(target) ?? referrer;
  const name = target.split(/[/:]/).findLast((part) => part !== "") ?? target;
  return { id, provider: referrer.provider, type: targetType ?? typeOfAddress(target) ?? "Unknown", name, account: place.account, region: place.region, origin };
}

function toResource(draft: ResourceDraft, now: string): Resource {
  const type = spellType(draft.type);
  return {
    key: resourceKey(draft.id),
    id: draft.id,
    provider: draft.provider,
    type,
    category: describeType(type).category,
    name: draft.name === "" ? draft.id : draft.name,
    account: draft.account,
    region: draft.region,
    zone: draft.zone ?? null,
    group: draft.group ?? null,
    parent: null,
    state: draft.state ?? null,
    tags: draft.tags ?? {},
    properties: draft.properties ?? {},
    cost: draft.cost ?? unpriced,
    origin: draft.origin ?? null,
    createdAt: draft.createdAt ?? null,
    firstSeenAt: now,
    lastSeenAt: now,
  };
}
