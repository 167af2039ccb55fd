import type { Collected, CollectedFragment, CollectedResource, Ref } from "../../core/resource/collected";
import { armId, owningArmId, parentArmId } from "../../providers/azure/model/arm-id";

type Holder = CollectedResource | CollectedFragment;

/** Adds references that say little to resources between which nothing tells more: an edge, or one of them lying in the other. */
export class WeakReferences {
  readonly #holders = new Map<string, Holder>();
  readonly #known = new Set<string>();
  readonly #pairs = new Set<string>();
  readonly #containers = new Map<string, Set<string>>();

  constructor(items: readonly Collected[]) {
    for (const item of items) {
      if (item.kind === "resource") this.#known.add(item.resource.id);
      if (item.kind === "resource") this.#holders.set(item.resource.id, item);
      else if (item.kind === "fragment") this.#holders.set(armId(item.address), item);
    }
    for (const item of items) {
      if (item.kind === "relation") this.#relate(item.from, item.ref);
      else if (item.kind === "resource" || item.kind === "fragment") for (const ref of item.refs) this.#relate(ownerOf(item), ref);
    }
  }

  /** False when the file has no such target. */
  add(from: string, ref: Ref): boolean {
    const holder = this.#holders.get(armId(from));
    const target = this.#find(ref.target);
    if (holder === undefined || target === null) return target !== null;
    const owner = ownerOf(holder);
    if (!this.#covers(owner, target)) {
      this.#relate(owner, ref);
      holder.refs.push({ ...ref, target });
    }
    return true;
  }

  #relate(holder: string, { target, kind, direction }: Ref): void {
    const [one, other] = [this.#find(holder) ?? holder, this.#find(target) ?? armId(target)];
    // What a subnet refers to is no news of its network.
    for (const inner of withOwners(one)) for (const outer of withOwners(other)) this.#pairs.add(pairOf(inner, outer));
    if (kind !== "contains") return;
    const [child, container] = direction === "in" ? [one, other] : [other, one];
    const containers = this.#containers.get(child);
    if (containers) containers.add(container);
    else this.#containers.set(child, new Set([container]));
  }

  /** The resource that an id names, or a part of which it names. */
  #find(id: string): string | null {
    const owner = owningArmId(id);
    for (let at = owner; /\/providers\/[^/]+\/[^/]+\/[^/]/.test(at); at = at.split("/").slice(0, -2).join("/")) if (this.#known.has(at)) return at;
    return null;
  }

  #covers(one: string, other: string): boolean {
    return one === other || this.#pairs.has(pairOf(one, other)) || this.#isInside(one, other) || this.#isInside(other, one);
  }

  #isInside(child: string, container: string): boolean {
    const around = new Set([child]);
    // Grows while it is walked.
    for (const id of around) for (const outer of this.#containers.get(id) ?? []) around.add(outer);
    return around.has(container);
  }
}

/** An id and those that its own begins with. */
function withOwners(id: string): string[] {
  const parent = parentArmId(id);
  return parent === null ? [id] : [id, ...withOwners(parent)];
}

function ownerOf(holder: Holder): string {
  return holder.kind === "resource" ? holder.resource.id : holder.owner;
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
