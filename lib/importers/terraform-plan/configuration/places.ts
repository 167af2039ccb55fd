import { instanceAddress, moduleSteps } from "../../terraform-state/instance-address";
import type { PlacedResource } from "../../terraform-show-state/show-module";
import { rowOf, providerOf } from "../../terraform-state/providers";
import type { TerraformType } from "../../../core/terraform/terraform-type";
import type { ModuleCall, ModuleConfig, ResourceConfig } from "./read-modules";
import { keyOf } from "./read-references";

/** A module as it is called: `module.a["k"].module.b`. Each instance of a call is a place of its own. */
export interface Place {
  /** "" for the root. */
  address: string;
  config: ModuleConfig | null;
  /** How it is called; null for the root. */
  call: { name: string; key: string | null; from: Place; config: ModuleCall | null } | null;
  blocks: Map<string, PlacedBlock>;
  /** Its own calls by name. */
  calls: Map<string, Keyed<Place>>;
}

/** Instances of one thing, all of them and by count index or for_each key. */
export interface Keyed<T> {
  all: T[];
  byKey: Map<string, T>;
}

/** The instances of one block in one place. */
export interface PlacedBlock extends Keyed<PlacedInstance> {
  place: Place;
  config: ResourceConfig | null;
  row: TerraformType | null;
}

export interface PlacedInstance {
  address: string;
  key: string | null;
  block: PlacedBlock;
}

/** Where everything of a plan stands: its instances by the places that the configuration speaks of. */
export class Places {
  readonly root: Place;
  readonly #places = new Map<string, Place>();

  constructor(config: ModuleConfig) {
    this.root = { address: "", config, call: null, blocks: new Map(), calls: new Map() };
    this.#places.set("", this.root);
  }

  add({ module, resource }: PlacedResource): PlacedInstance {
    const place = this.#placeOf(module);
    const name = `${resource.mode === "data" ? "data." : ""}${resource.type}.${resource.name}`;
    let block = place.blocks.get(name);
    if (block === undefined) {
      block = { place, config: place.config?.resources.get(name) ?? null, row: rowOf(resource.type, providerOf(resource.type)), all: [], byKey: new Map() };
      place.blocks.set(name, block);
    }
    const key = resource.index === null || resource.index === undefined ? null : String(resource.index);
    const instance = { address: instanceAddress({ module, mode: resource.mode, type: resource.type, name: resource.name }, resource.index), key, block };
    addKeyed(block, key, instance);
    return instance;
  }

  /** A module that holds no resource is nowhere listed, but hands on what it is given. */
  callsOf(place: Place, name: string): Keyed<Place> {
    if (!place.calls.has(name) && place.config?.calls.has(name) === true) this.#enter(place, name, "");
    return place.calls.get(name) ?? { all: [], byKey: new Map() };
  }

  #placeOf(address: string): Place {
    const known = this.#places.get(address);
    if (known !== undefined) return known;
    const steps = moduleSteps(address);
    let place = this.root;
    if (steps.length > maxDepth) place = { address, config: null, call: null, blocks: new Map(), calls: new Map() };
    else for (const { name, key } of steps) place = this.#places.get(addressIn(place, name, key)) ?? this.#enter(place, name, key);
    this.#places.set(address, place);
    return place;
  }

  #enter(from: Place, name: string, brackets: string): Place {
    const config = from.config?.calls.get(name) ?? null;
    const address = addressIn(from, name, brackets);
    const place: Place = { address, config: config?.module ?? null, call: { name, key: keyIn(brackets), from, config }, blocks: new Map(), calls: new Map() };
    this.#places.set(address, place);
    const calls = from.calls.get(name) ?? { all: [], byKey: new Map<string, Place>() };
    from.calls.set(name, calls);
    addKeyed(calls, keyIn(brackets), place);
    return place;
  }
}

// Nobody nests modules as deeply as that; a hostile address must not cost its length squared.
const maxDepth = 100;

function addKeyed<T>({ all, byKey }: Keyed<T>, key: string | null, one: T): void {
  all.push(one);
  if (key !== null && !byKey.has(key)) byKey.set(key, one);
}

function addressIn(from: Place, name: string, brackets: string): string {
  return `${from.address === "" ? "" : `${from.address}.`}module.${name}${brackets}`;
}

function keyIn(brackets: string): string | null {
  return keyOf(brackets.slice(1, -1));
}
