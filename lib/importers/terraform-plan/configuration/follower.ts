import type { TerraformType } from "../../../core/terraform/terraform-type";
import type { Keyed, Place, PlacedBlock, PlacedInstance, Places } from "./places";
import { referencesOf, type References } from "./read-modules";
import { readReferences, type Reference } from "./read-references";

/** Where an expression stands: `each.value` and `count.index` mean the key and the repetition of what it belongs to. */
interface Scope {
  place: Place;
  key: string | null;
  repeat: References;
}

/** What an expression means in the end. */
export interface Meant {
  instances: readonly PlacedInstance[];
  /** A part of it goes through what a plan does not explain (local values). */
  isOpaque: boolean;
}

const nothing: Meant = { instances: [], isOpaque: false };

// Expressions of a hostile file may follow each other without end; people write some ten levels of modules at the most.
const maxDepth = 100;
// So many at once cost nothing: lists of people are rarely longer.
const fewInstances = 10;

/**
 * Follows the references of a plan's configuration to instances: through variables to what a module is called with, through
 * outputs into it, through `each.value` to what is repeated, and through attributes that themselves only hand on another's id
 * (`aws_subnet.a.vpc_id` is the network). Every variable, output and attribute is followed once.
 */
export class Follower {
  readonly #known = new Map<Place | PlacedInstance, Map<string, Meant>>();
  /** How many instances may yet be named all at once: thousands that each name thousands would never end. */
  #budget: number;

  constructor(private readonly places: Places, instances: number) {
    this.#budget = 10_000 + 20 * instances;
  }

  /** What the expression of an attribute of an instance means. */
  meant(references: References, instance: PlacedInstance, attribute: string): Meant {
    const meant = this.#follow(references, scopeOf(instance), attribute, 0);
    return this.#isAffordable(meant.instances.length) ? meant : nothing;
  }

  #follow(references: References, scope: Scope, attribute: string, depth: number): Meant {
    if (references.length === 0 || depth > maxDepth) return nothing;
    const read = readReferences(references);
    const hasOwnKey = read.some(({ kind }) => kind === "own-key");
    return this.#united(read.map((reference) => this.#followOne(reference, scope, hasOwnKey, attribute, depth + 1)));
  }

  #followOne(reference: Reference, scope: Scope, hasOwnKey: boolean, attribute: string, depth: number): Meant {
    switch (reference.kind) {
      case "resource":
        return this.#resource(scope.place.blocks.get(reference.block), reference, hasOwnKey ? scope.key : null, attribute, depth);
      case "output":
        return this.#output(reference, scope, hasOwnKey, attribute, depth);
      case "variable":
        return this.#variable(scope.place, reference.name, depth);
      case "each-value":
        return this.#eachValue(reference.attribute, scope, attribute, depth);
      case "local":
        return { instances: [], isOpaque: true };
      case "own-key":
        return nothing;
    }
  }

  #resource(block: PlacedBlock | undefined, { key, attribute: named }: { key: string | null; attribute: string | null }, ownKey: string | null, attribute: string, depth: number): Meant {
    if (block === undefined) return nothing;
    const chosen = this.#choose(block, key, ownKey);
    // With a key that is computed, the plan names no attribute: the id of a third is most likely asked under its own name.
    const handedOn = named ?? (/_(ids?|arns?)$/.test(attribute) ? attribute : null);
    if (handedOn === null || !handsOn(block.row, handedOn)) return { instances: chosen, isOpaque: false };
    return this.#united(chosen.map((instance) => this.#throughAttribute(instance, handedOn, depth)));
  }

  /** What an attribute hands on; the instance itself where it hands on nothing that is known. */
  #throughAttribute(instance: PlacedInstance, attribute: string, depth: number): Meant {
    const itself = { instances: [instance], isOpaque: false };
    return this.#once(instance, attribute, itself, () => {
      const expression = instance.block.config?.expressions[attribute];
      const references = expression === undefined ? null : referencesOf(expression);
      const meant = references === null ? nothing : this.#follow(references, scopeOf(instance), attribute, depth);
      return meant.instances.length === 0 ? itself : meant;
    });
  }

  #output({ call, key, output }: { call: string; key: string | null; output: string | null }, scope: Scope, hasOwnKey: boolean, attribute: string, depth: number): Meant {
    const chosen = this.#choose(this.places.callsOf(scope.place, call), key, hasOwnKey ? scope.key : null);
    return this.#united(chosen.map((place) => this.#outputOf(place, output ?? likelyOutput(place, attribute), depth)));
  }

  #outputOf(place: Place, name: string | null, depth: number): Meant {
    const references = name === null ? undefined : place.config?.outputs.get(name);
    if (name === null || references === undefined) return nothing;
    return this.#once(place, `output ${name}`, nothing, () => this.#follow(references, { place, key: null, repeat: [] }, name, depth));
  }

  #variable(place: Place, name: string, depth: number): Meant {
    const { call } = place;
    const references = call?.config?.inputs.get(name);
    if (call === null || references === undefined) return nothing;
    return this.#once(place, `variable ${name}`, nothing, () => this.#follow(references, { place: call.from, key: call.key, repeat: call.config?.repeat ?? [] }, name, depth));
  }

  /** `for_each = aws_subnet.a`: each value is the one of the same key. */
  #eachValue(named: string | null, scope: Scope, attribute: string, depth: number): Meant {
    const repeated = readReferences(scope.repeat);
    const beyond: Scope = { ...scope, repeat: [] };
    return this.#united(repeated.map((reference) => {
      const asked = reference.kind === "resource" && reference.attribute === null ? { ...reference, attribute: named } : reference;
      return this.#followOne(asked, beyond, true, attribute, depth);
    }));
  }

  /** The one of the key that is written, else of the same key as the one that asks, else all. */
  #choose<T>({ all, byKey }: Keyed<T>, key: string | null, ownKey: string | null): readonly T[] {
    if (key !== null) return [byKey.get(key)].filter((one) => one !== undefined);
    if (all.length <= 1) return all;
    // `element(aws_subnet.a, count.index)` begins anew where there are fewer.
    const same = ownKey === null ? undefined : (byKey.get(ownKey) ?? byKey.get(String(Number(ownKey) % all.length)));
    if (same !== undefined) return [same];
    return this.#isAffordable(all.length) ? all : [];
  }

  #united(parts: readonly Meant[]): Meant {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    const affordable = parts.filter(({ instances }) => this.#isAffordable(instances.length));
    return { instances: [...new Set(affordable.flatMap(({ instances }) => instances))], isOpaque: parts.some(({ isOpaque }) => isOpaque) };
  }

  #isAffordable(count: number): boolean {
    if (count > fewInstances) this.#budget -= count;
    return count <= fewInstances || this.#budget >= 0;
  }

  /** `meanwhile` is the answer to a question that leads back to itself. */
  #once(holder: Place | PlacedInstance, name: string, meanwhile: Meant, follow: () => Meant): Meant {
    const names = this.#known.get(holder) ?? new Map<string, Meant>();
    this.#known.set(holder, names);
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, meanwhile);
    const meant = follow();
    names.set(name, meant);
    return meant;
  }
}

function scopeOf({ key, block }: PlacedInstance): Scope {
  return { place: block.place, key, repeat: block.config?.repeat ?? [] };
}

/** A module that is called with a computed key: the plan does not name the output. */
function likelyOutput(place: Place, attribute: string): string | null {
  const outputs = place.config?.outputs;
  if (outputs === undefined || outputs.has(attribute)) return attribute;
  const [only] = outputs.keys();
  return outputs.size === 1 ? (only ?? null) : null;
}

/** Whether an attribute is a reference itself, and not what the resource is known by. */
function handsOn(row: TerraformType | null, attribute: string): boolean {
  if (row === null) return /_(ids?|arns?)$/.test(attribute);
  if (row.as === "hidden") return false;
  const paths = row.as === "association" ? [...row.from.paths, ...row.to.paths] : [...(row.as === "fragment" ? row.owner.paths : []), ...(row.refs ?? []).map(({ path }) => path)];
  return attribute !== "id" && paths.some((path) => path === attribute || path === `${attribute}[]`);
}
