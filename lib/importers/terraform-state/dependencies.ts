import type { Instance } from "./instance";

/** Instances of one block that a dependent in a given place can mean. */
interface Bucket {
  all: Instance[];
  byKey: Map<string, Instance>;
}

// A thing that needs this many of another is no longer read line by line; and 5,000 × 5,000 lines would never end.
const maxFanOut = 1000;
const alwaysDrawn = 10;
// Beyond this many the sets are not compared with each other (n²); Terraform lists some dozens.
const maxReduced = 500;

/**
 * Resolves `dependencies`, which name blocks without index and list everything a resource needs, also what it needs only
 * through another. Results are instances; which of them are worth an edge is the caller's to say.
 */
export class Dependencies {
  readonly #blocks = new Map<string, Instance[]>();
  readonly #needs = new Map<string, Set<string>>();
  readonly #buckets = new Map<string, Map<string, Bucket>>();
  readonly #direct = new Map<string, readonly string[]>();
  /** Pairs of blocks whose edges would be too many to draw. */
  readonly tooMany = new Set<string>();

  /** `isShown` says whether an instance stands for something drawn: only what is drawn explains a longer way. */
  constructor(instances: readonly Instance[], private readonly isShown: (instance: Instance) => boolean) {
    for (const instance of instances) {
      const block = this.#blocks.get(instance.configAddress);
      if (block) block.push(instance);
      else this.#blocks.set(instance.configAddress, [instance]);
      if (instance.dependencies.length > 0) this.#addNeeds(instance);
    }
  }

  of(instance: Instance): Instance[] {
    return this.#directOf(instance).flatMap((address) => this.#instancesAt(address, instance));
  }

  #addNeeds(instance: Instance): void {
    const needs = this.#needs.get(instance.configAddress) ?? new Set<string>();
    this.#needs.set(instance.configAddress, needs);
    for (const address of instance.dependencies) needs.add(address);
  }

  /** Without what another of the dependencies needs itself. */
  #directOf(instance: Instance): readonly string[] {
    if (instance.dependencies.length < 2 || instance.dependencies.length > maxReduced) return instance.dependencies;
    const key = `${instance.configAddress}\n${instance.dependencies.join("\n")}`;
    const known = this.#direct.get(key);
    if (known !== undefined) return known;
    const through = instance.dependencies.filter((address) => this.#blocks.get(address)?.some(this.isShown) === true);
    const direct = instance.dependencies.filter((address) => !through.some((other) => other !== address && this.#needs.get(other)?.has(address) === true));
    this.#direct.set(key, direct);
    return direct;
  }

  /** The instance with the same index, else all that share the dependent's own modules. */
  #instancesAt(address: string, dependent: Instance): readonly Instance[] {
    const block = this.#blocks.get(address);
    const [first] = block ?? [];
    if (block === undefined || first === undefined || address === dependent.configAddress) return [];
    if (block.length === 1) return block;
    const depth = sharedDepth(first, dependent);
    const bucket = this.#bucketsAt(address, block, depth).get(placeOf(dependent, depth));
    if (bucket === undefined) return [];
    const same = dependent.indexKey === null ? undefined : bucket.byKey.get(dependent.indexKey);
    if (same !== undefined) return [same];
    const dependents = this.#blocks.get(dependent.configAddress)?.length ?? 1;
    if (bucket.all.length <= alwaysDrawn || bucket.all.length * dependents <= maxFanOut) return bucket.all;
    this.tooMany.add(`${dependent.configAddress} → ${address}`);
    return [];
  }

  #bucketsAt(address: string, block: readonly Instance[], depth: number): Map<string, Bucket> {
    const key = `${depth} ${address}`;
    const known = this.#buckets.get(key);
    if (known !== undefined) return known;
    const buckets = new Map<string, Bucket>();
    for (const instance of block) {
      const place = placeOf(instance, depth);
      const bucket = buckets.get(place) ?? { all: [], byKey: new Map<string, Instance>() };
      buckets.set(place, bucket);
      bucket.all.push(instance);
      if (instance.indexKey !== null && !bucket.byKey.has(instance.indexKey)) bucket.byKey.set(instance.indexKey, instance);
    }
    this.#buckets.set(key, buckets);
    return buckets;
  }
}

/** How many module calls two instances share by name, from the root on. */
function sharedDepth(one: Instance, other: Instance): number {
  let depth = 0;
  while (depth < one.modules.length && one.modules[depth]?.name === other.modules[depth]?.name) depth++;
  return depth;
}

function placeOf(instance: Instance, depth: number): string {
  return instance.modules
    .slice(0, depth)
    .map(({ name, key }) => name + key)
    .join("/");
}
