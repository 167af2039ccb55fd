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
import { resourceKey } from "../core/resource/resource-key";
import { AliasIndex } from "./alias-index";
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
}

interface Entry {
  draft: ResourceDraft;
  collector: string;
  aliases: string[];
  refs: { ref: Ref; collector: string; address?: string }[];
}

/**
 * Turns what collectors and importers yielded, in any order, into resources and edges: one pass to index every spelling,
 * one over the refs. O(n) in resources plus refs. `now` is RFC 3339.
 */
export function link(items: Iterable<Collected>, options: { now: string }): LinkedInventory {
  const linker = new Linker();
  const relations: CollectedRelation[] = [];
  const fragments: CollectedFragment[] = [];
  for (const item of items) {
    if (item.kind === "resource") linker.addResource(item);
    else if (item.kind === "relation") relations.push(item);
    else if (item.kind === "fragment") fragments.push(item);
    else if (item.kind === "coverage") linker.coverage.push(item.coverage);
    else linker.notices.push(item.message);
  }
  linker.index();
  for (const fragment of fragments) linker.addFragment(fragment);
  for (const relation of relations) linker.addRelation(relation);
  return linker.finish(options.now);
}

class Linker {
  readonly coverage: Coverage[] = [];
  readonly notices: string[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #index = new AliasIndex();
  readonly #edges = new Map<string, Edge>();

  addResource(item: CollectedResource): void {
    const refs = item.refs.map((ref) => ({ ref, collector: item.collector }));
    const present = this.#entries.get(item.resource.id);
    if (present === undefined) {
      this.#entries.set(item.resource.id, { draft: item.resource, collector: item.collector, aliases: [...item.aliases], refs });
      return;
    }
    present.draft = mergeDrafts(present.draft, item.resource);
    present.aliases.push(...item.aliases);
    for (const ref of refs) present.refs.push(ref);
  }

  index(): void {
    for (const [id, { draft, aliases }] of this.#entries) this.#index.add(id, aliases, draft);
  }

  addFragment(fragment: CollectedFragment): void {
    const scope = fragment.scope ?? nowhere;
    const owner = this.#entryOf(fragment.owner, fragment.ownerType, scope);
    owner.draft = mergeFragment(owner.draft, fragment.properties, fragment.address);
    for (const ref of fragment.refs) owner.refs.push({ ref, collector: fragment.collector, address: fragment.address });
  }

  addRelation({ from, fromType, ref, collector, address, scope }: CollectedRelation): void {
    const owner = this.#entryOf(from, fromType, scope ?? nowhere);
    owner.refs.push(address === undefined ? { ref, collector } : { ref, collector, address });
  }

  finish(now: string): LinkedInventory {
    // Outside nodes are appended while this runs; they carry refs of their own only when a relation hangs on them.
    for (const entry of this.#entries.values()) {
      for (const { ref, collector, address } of entry.refs) this.#addEdge(entry.draft, ref, collector, address);
    }
    const edges = [...this.#edges.values()];
    const resources = Array.from(this.#entries.values(), ({ draft }) => toResource(draft, now));
    assignParents(resources, edges);
    const aliases = new Map(Array.from(this.#entries, ([id, entry]) => [id, [...new Set(entry.aliases)]]));
    const collectors = new Map(Array.from(this.#entries, ([id, entry]) => [id, entry.collector]));
    return { resources, edges, coverage: this.coverage, notices: this.notices, aliases, collectors };
  }

  #addEdge(holder: ResourceDraft, ref: Ref, collector: string, address: string | undefined): void {
    const keepsUnseen = ref.certainty !== "derived" && ref.outside !== false;
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
    const id = target === internet ? internet : `outside:${target}`;
    const present = this.#entries.get(id);
    if (present !== undefined) return present;
    const entry: Entry = { draft: outsideDraft(id, target, targetType, referrer), collector, aliases: [], refs: [] };
    this.#entries.set(id, entry);
    return entry;
  }
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
