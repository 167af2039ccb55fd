import type { Draft } from "./draft";

/** Which drafts of the file are related already, and what contains what: decides which weaker references are told. */
export class Relations {
  readonly #pairs = new Set<number>();
  readonly #containers = new Map<Draft, Set<Draft>>();

  add(one: Draft, other: Draft): void {
    this.#pairs.add(pairOf(one, other));
  }

  addContainer(child: Draft, container: Draft): void {
    const containers = this.#containers.get(child);
    if (containers) containers.add(container);
    else this.#containers.set(child, new Set([container]));
  }

  /** True when an edge between the two would say nothing new: there is one, or one lies inside the other. */
  covers(one: Draft, other: Draft): boolean {
    return one.resource.id === other.resource.id || this.#pairs.has(pairOf(one, other)) || this.#isInside(one, other) || this.#isInside(other, one);
  }

  #isInside(child: Draft, container: Draft): boolean {
    let level = [child];
    const seen = new Set(level);
    while (level.length > 0) {
      const next: Draft[] = [];
      for (const draft of level) {
        for (const outer of this.#containers.get(draft) ?? []) {
          if (outer === container) return true;
          if (!seen.has(outer)) {
            seen.add(outer);
            next.push(outer);
          }
        }
      }
      level = next;
    }
    return false;
  }
}

// Both positions in one number: a state of four million instances is past every other limit.
const maxInstances = 2 ** 22;

function pairOf(one: Draft, other: Draft): number {
  const [first, second] = [one.instance.index, other.instance.index];
  return first < second ? first * maxInstances + second : second * maxInstances + first;
}
