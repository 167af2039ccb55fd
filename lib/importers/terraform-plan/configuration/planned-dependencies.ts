import type { JsonValue } from "../../../core/json";
import { providerOf, rowOf } from "../../terraform-state/providers";
import { referencesOf, type ModuleCall, type ModuleConfig, type References, type ResourceConfig } from "./read-modules";
import { readReferences } from "./read-references";

/** A module of the configuration, without the keys of its instances. */
interface Seat {
  /** `module.a.module.b.`; "" for the root. */
  prefix: string;
  config: ModuleConfig;
  call: { config: ModuleCall; from: Seat } | null;
}

interface SeatedBlock {
  seat: Seat;
  config: ResourceConfig;
}

// Terraform lists some dozens; a module that is needed as a whole may hold any number.
const maxDependencies = 500;
const maxDepth = 100;

/** What each block of the configuration needs, as a state lists it after apply (`dependencies`): addresses without keys. */
export class PlannedDependencies {
  readonly #blocks = new Map<string, SeatedBlock>();
  readonly #seats = new Map<string, Seat>();
  readonly #needs = new Map<string, readonly string[]>();
  readonly #handed = new Map<string, ReadonlySet<string>>();

  constructor(root: ModuleConfig) {
    const open: Seat[] = [{ prefix: "", config: root, call: null }];
    let length = 0;
    for (const seat of open) {
      this.#seats.set(seat.prefix, seat);
      for (const config of seat.config.resources.values()) this.#blocks.set(seat.prefix + config.address, { seat, config });
      length += seat.prefix.length;
      // The names of modules in modules grow with each level: of a hostile file, only so many are read.
      if (length > 10_000_000) break;
      for (const [name, config] of seat.config.calls) open.push({ prefix: `${seat.prefix}module.${name}.`, config: config.module, call: { config, from: seat } });
    }
  }

  /** `address` without keys, as are those in the answer. What is no thing in a cloud is looked through. */
  of(address: string): readonly string[] {
    const known = this.#needs.get(address);
    if (known !== undefined) return known;
    const needs = new Set<string>();
    const through = [address];
    for (const one of through) {
      for (const needed of this.#directOf(one)) {
        if (needed === address || needs.has(needed) || needs.size >= maxDependencies) continue;
        needs.add(needed);
        if (isNoBox(needed)) through.push(needed);
      }
    }
    const list = [...needs];
    this.#needs.set(address, list);
    return list;
  }

  #directOf(address: string): ReadonlySet<string> {
    const block = this.#blocks.get(address);
    if (block === undefined) return new Set();
    return this.#once(address, () => {
      const { seat, config } = block;
      const named = [...leavesOf(config.expressions), config.repeat].map((references) => this.#follow(references, seat, 0));
      return [...named, this.#said(config.dependsOn, seat), this.#ofModule(seat, 0)];
    });
  }

  /** What everything in a module needs: what its calls say, from the outermost on. */
  #ofModule(seat: Seat, depth: number): ReadonlySet<string> {
    const { call } = seat;
    if (call === null || depth > maxDepth) return new Set();
    return this.#once(`${seat.prefix}call`, () => [this.#follow(call.config.repeat, call.from, 0), this.#said(call.config.dependsOn, call.from), this.#ofModule(call.from, depth + 1)]);
  }

  /** `depends_on`: a module there is all that is in it. */
  #said(dependsOn: readonly string[], seat: Seat): ReadonlySet<string> {
    const found = new Set<string>();
    for (const reference of dependsOn) {
      const [only] = readReferences([reference]);
      addAll(found, only?.kind === "output" && only.output === null ? this.#allIn(`${seat.prefix}module.${only.call}.`) : this.#follow([reference], seat, 0));
    }
    return found;
  }

  #allIn(prefix: string): ReadonlySet<string> {
    return this.#once(`${prefix}all`, () => {
      const found = new Set<string>();
      const inside = [prefix];
      for (const one of inside) {
        const config = this.#seats.get(one)?.config;
        for (const block of config?.resources.keys() ?? []) if (found.size < maxDependencies) found.add(one + block);
        if (found.size < maxDependencies && inside.length < maxDependencies) for (const name of config?.calls.keys() ?? []) inside.push(`${one}module.${name}.`);
      }
      return [found];
    });
  }

  #follow(references: References, seat: Seat, depth: number): ReadonlySet<string> {
    const found = new Set<string>();
    if (depth > maxDepth) return found;
    for (const reference of readReferences(references)) {
      if (reference.kind === "resource") {
        if (this.#blocks.has(seat.prefix + reference.block)) found.add(seat.prefix + reference.block);
      } else if (reference.kind === "variable") addAll(found, this.#input(seat, reference.name, depth + 1));
      else if (reference.kind === "output") addAll(found, this.#output(`${seat.prefix}module.${reference.call}.`, reference.output, depth + 1));
    }
    return found;
  }

  #input(seat: Seat, name: string, depth: number): ReadonlySet<string> {
    const { call } = seat;
    const references = call?.config.inputs.get(name);
    if (call === null || references === undefined) return new Set();
    return this.#once(`${seat.prefix}var.${name}`, () => [this.#follow(references, call.from, depth)]);
  }

  /** Without a name all that the module hands out. */
  #output(prefix: string, name: string | null, depth: number): ReadonlySet<string> {
    const seat = this.#seats.get(prefix);
    if (seat === undefined) return new Set();
    return this.#once(`${prefix}output.${name ?? ""}`, () => {
      const outputs = name === null ? [...seat.config.outputs.values()] : [seat.config.outputs.get(name) ?? []];
      return outputs.map((references) => this.#follow(references, seat, depth));
    });
  }

  #once(question: string, answer: () => Iterable<ReadonlySet<string>>): ReadonlySet<string> {
    const known = this.#handed.get(question);
    if (known !== undefined) return known;
    const found = new Set<string>();
    // A question that leads back to itself is answered by what was found so far.
    this.#handed.set(question, found);
    for (const part of answer()) addAll(found, part);
    return found;
  }
}

function addAll(found: Set<string>, more: ReadonlySet<string>): void {
  for (const address of more) if (found.size < maxDependencies) found.add(address);
}

function* leavesOf(expression: JsonValue, depth = 0): Iterable<References> {
  const references = referencesOf(expression);
  if (references !== null) yield references;
  else if (expression !== null && typeof expression === "object" && depth < 48) for (const inner of Object.values(expression)) yield* leavesOf(inner, depth + 1);
}

/** A helper of the configuration, a line between two others, or something that is only read: a state lists nothing for it. */
function isNoBox(address: string): boolean {
  const [, data, type = ""] = /(?:^|\.)(data\.)?([^.]+)\.[^.]+$/.exec(address) ?? [];
  const row = rowOf(type, providerOf(type));
  return data !== undefined || row?.as === "hidden" || row?.as === "association";
}
