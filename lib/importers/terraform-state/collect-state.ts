import type { Collected, Ref } from "../../core/resource/collected";
import type { TerraformAssociation, TerraformFragment } from "../../core/terraform/terraform-type";
import { Dependencies } from "./dependencies";
import { draftOf } from "./draft";
import type { Draft, StateSource } from "./draft";
import type { Instance } from "./instance";
import { Known } from "./known";
import { placementRefs } from "./placement";
import { withPending } from "./planned";
import { readInstances } from "./read-instances";
import { Relations } from "./relations";
import type { StateFile } from "./state-file";
import { endOf, typedRefs } from "./typed-refs";
import { valueRefs } from "./value-refs";

/** A state as what `link` takes: resources, relations, fragments and notices. O(n) in instances and references. */
export function collectState(state: StateFile, source: StateSource): Collected[] {
  const { instances, notices } = readInstances(state);
  return new StateCollector(instances, source).collect(notices);
}

class StateCollector {
  readonly #drafts = new Map<Instance, Draft>();
  readonly #refs = new Map<Draft, Ref[]>();
  /** Fragments that belong to something of the file. */
  readonly #owners = new Map<Instance, Draft>();
  readonly #fragments = new Map<Instance, { row: TerraformFragment; owner: string; refs: Ref[] }>();
  readonly #relations: Collected[] = [];
  readonly #related = new Relations();
  readonly #known: Known;
  /** The draft that an address stands for, of those that a plan speaks of. */
  readonly #byAddress = new Map<string, Draft>();
  /** `data` entries that something refers to. */
  readonly #used = new Set<Draft>();
  #unowned = 0;

  constructor(
    private readonly instances: readonly Instance[],
    private readonly source: StateSource,
  ) {
    // What Terraform manages comes first: where a data source shows the same thing, it is the managed one that counts.
    for (const mode of ["managed", "data"] as const) {
      for (const instance of instances) {
        if (instance.mode === mode && (instance.row === null || instance.row.as === "resource")) this.#drafts.set(instance, draftOf(instance, source));
      }
    }
    this.#known = new Known([...this.#drafts.values()]);
    for (const draft of this.#drafts.values()) this.#byAddress.set(draft.instance.address, draft);
    // What refers to a part means what it is a part of.
    for (const instance of instances) {
      if (instance.planned === null || instance.row?.as !== "fragment") continue;
      this.#fillPending(instance);
      const [owner] = endOf(instance.row.owner, instance).targets;
      const draft = owner === undefined ? null : this.#known.find(owner, instance.row.owner.targetType, instance);
      if (draft !== null) this.#byAddress.set(instance.address, draft);
    }
    for (const instance of instances) if (instance.row?.as !== "fragment") this.#fillPending(instance);
  }

  #fillPending(instance: Instance): void {
    if (instance.planned === null || instance.planned.pending.length === 0) return;
    const filled = withPending(instance.attributes, instance.planned.pending, (address) => this.#byAddress.get(address)?.resource.id ?? null);
    instance.linked = filled.attributes;
    instance.plannedIds = filled.ids;
  }

  collect(notices: string[]): Collected[] {
    for (const draft of this.#drafts.values()) this.#refs.set(draft, this.#typedRefsOf(draft));
    this.#place();
    for (const [draft, refs] of this.#refs) for (const ref of refs) this.#relate(draft, ref);
    for (const instance of this.instances) {
      if (instance.mode !== "managed") continue;
      if (instance.row?.as === "association") this.#addAssociation(instance, instance.row);
      else if (instance.row?.as === "fragment") this.#addFragment(instance, instance.row);
    }
    for (const instance of this.instances) this.#addValues(instance);
    const tooMany = this.#addDependencies();
    this.#followData();
    return [...this.#resources(), ...this.#fragmentItems(), ...this.#relations, ...this.#notices(notices, tooMany)];
  }

  #typedRefsOf({ instance }: Draft): Ref[] {
    const refs = instance.row?.as === "resource" ? typedRefs(instance.row, instance) : [];
    const inside = instance.planned?.inside ?? null;
    const container = inside === null ? undefined : this.#byAddress.get(inside.address);
    if (inside === null || container === undefined || refs.some(({ kind, direction }) => kind === "contains" && direction === "in")) return refs;
    return [...refs, { kind: "contains", target: container.resource.id, path: inside.path, direction: "in" }];
  }

  /** Read from the references as the rows gave them, so that the order of the file does not matter. */
  #place(): void {
    const view = { refsOf: (draft: Draft) => this.#refs.get(draft) ?? [], find: (target: string, type: string | undefined, from: Draft) => this.#known.find(target, type, from.instance) };
    const placed = Array.from(this.#refs.keys(), (draft) => [draft, placementRefs(draft, view)] as const);
    for (const [draft, refs] of placed) this.#refs.get(draft)?.push(...refs);
  }

  #relate(holder: Draft, ref: Ref): void {
    const target = this.#known.find(ref.target, ref.targetType, holder.instance);
    if (target === null || target === holder) return;
    this.#related.add(holder, target);
    if (holder.instance.mode === "managed") this.#used.add(target);
    if (ref.kind !== "contains") return;
    if (ref.direction === "in") this.#related.addContainer(holder, target);
    else this.#related.addContainer(target, holder);
  }

  #addAssociation(instance: Instance, row: TerraformAssociation): void {
    const from = endOf(row.from, instance);
    const to = endOf(row.to, instance);
    for (const source of from.targets) {
      for (const target of to.targets) {
        const ref: Ref = { kind: row.kind, target, path: to.path };
        if (row.to.targetType !== undefined) ref.targetType = row.to.targetType;
        const base = { kind: "relation", collector: this.source.collector, from: source, ref, address: instance.address, scope: scopeOf(instance) } as const;
        this.#relations.push(row.from.targetType === undefined ? base : { ...base, fromType: row.from.targetType });
        const [one, other] = [this.#known.find(source, row.from.targetType, instance), this.#known.find(target, row.to.targetType, instance)];
        for (const draft of [one, other]) if (draft !== null) this.#used.add(draft);
        if (one === null || other === null) continue;
        this.#related.add(one, other);
        if (row.kind === "contains") this.#related.addContainer(other, one);
      }
    }
  }

  #addFragment(instance: Instance, row: TerraformFragment): void {
    const [owner] = endOf(row.owner, instance).targets;
    if (owner === undefined) {
      this.#unowned++;
      return;
    }
    const refs = typedRefs(row, instance);
    this.#fragments.set(instance, { row, owner, refs });
    const draft = this.#known.find(owner, row.owner.targetType, instance);
    if (draft === null) return;
    this.#owners.set(instance, draft);
    this.#used.add(draft);
    for (const ref of refs) this.#relate(draft, ref);
  }

  /** The draft that stands for an instance: its own, or for a fragment its owner's. */
  #standIn(instance: Instance): Draft | undefined {
    return this.#drafts.get(instance) ?? this.#owners.get(instance);
  }

  #refsOf(instance: Instance, draft: Draft): Ref[] | undefined {
    return this.#drafts.has(instance) ? this.#refs.get(draft) : this.#fragments.get(instance)?.refs;
  }

  #addValues(instance: Instance): void {
    const draft = this.#standIn(instance);
    if (draft === undefined) return;
    for (const { ref, target } of valueRefs(instance, this.#known)) this.#addWeak(instance, draft, ref, target);
  }

  #addDependencies(): ReadonlySet<string> {
    const dependencies = new Dependencies(this.instances, (instance) => this.#standIn(instance) !== undefined);
    for (const instance of this.instances) {
      const draft = instance.dependencies.length > 0 ? this.#standIn(instance) : undefined;
      if (draft === undefined) continue;
      for (const needed of dependencies.of(instance)) {
        const target = this.#standIn(needed);
        if (target !== undefined) this.#addWeak(instance, draft, { kind: "depends-on", target: target.resource.id, path: "dependencies" }, target);
      }
    }
    return dependencies.tooMany;
  }

  #addWeak(instance: Instance, draft: Draft, ref: Ref, target: Draft): void {
    if (this.#related.covers(draft, target)) return;
    this.#related.add(draft, target);
    if (instance.mode === "managed") this.#used.add(target);
    this.#refsOf(instance, draft)?.push(ref);
  }

  /** What a used `data` entry refers to is used as well. */
  #followData(): void {
    for (const draft of this.#used) {
      if (draft.instance.mode !== "data") continue;
      for (const ref of this.#refs.get(draft) ?? []) {
        const target = this.#known.find(ref.target, ref.targetType, draft.instance);
        if (target !== null) this.#used.add(target);
      }
    }
  }

  *#resources(): Iterable<Collected> {
    for (const draft of this.#drafts.values()) {
      if (draft.instance.mode === "data" && !this.#used.has(draft)) continue;
      yield { kind: "resource", collector: this.source.collector, resource: draft.resource, aliases: draft.aliases, refs: this.#refs.get(draft) ?? [] };
    }
  }

  *#fragmentItems(): Iterable<Collected> {
    for (const [instance, { row, owner, refs }] of this.#fragments) {
      const action = instance.planned?.action ?? null;
      const properties = { [row.property]: action === null ? instance.attributes : { plannedAction: action, ...instance.attributes } };
      const base = { kind: "fragment", collector: this.source.collector, owner, address: instance.address, properties, refs, scope: scopeOf(instance) } as const;
      yield row.owner.targetType === undefined ? base : { ...base, ownerType: row.owner.targetType };
    }
  }

  *#notices(read: readonly string[], tooMany: ReadonlySet<string>): Iterable<Collected> {
    for (const message of read) yield { kind: "notice", message };
    if (this.#unowned > 0) yield { kind: "notice", message: `${this.#unowned} ${this.#unowned === 1 ? "entry" : "entries"} left out: the state does not say what they are a part of.` };
    for (const pair of [...tooMany].slice(0, 5)) yield { kind: "notice", message: `Dependencies ${pair} are too many to draw one by one.` };
  }
}

function scopeOf({ provider, providerId, attributes, context }: Instance): { provider: string; account: string; region: string | null } {
  return { provider: providerId, account: provider?.account(attributes, context) ?? "", region: provider?.region(attributes, context) ?? null };
}
