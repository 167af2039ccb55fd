import type { JsonObject, JsonValue } from "../../core/json";
import { link, type LinkedInventory } from "../../graph/link";
import { readCollected } from "../read-collected";
import { terraformPlan } from "./terraform-plan";

/** One resource of a plan, as short as a test can say it. */
export interface Sketch {
  /** `module.net["a"].aws_subnet.s[0]` */
  address: string;
  values?: JsonObject;
  unknown?: JsonObject;
  sensitive?: JsonValue;
  actions?: string[];
  more?: JsonObject;
}

/** The configuration of a module: expressions by the block's address, as references (`["aws_vpc.v.id"]`) or as they are. */
export interface ConfigSketch {
  resources?: Record<string, { [attribute: string]: string[] | JsonObject | JsonObject[] } & { forEach?: string[]; count?: string[]; dependsOn?: string[] }>;
  outputs?: Record<string, string[]>;
  calls?: Record<string, { inputs?: Record<string, string[]>; forEach?: string[]; count?: string[]; dependsOn?: string[]; module: ConfigSketch }>;
}

/** `terraform show -json tfplan` of a plan that only creates, unless a sketch says otherwise. */
export function planText(sketches: readonly Sketch[], config: ConfigSketch = {}, more: JsonObject = {}): string {
  const root: JsonObject = { resources: [], child_modules: [] };
  const modules = new Map<string, JsonObject>([["", root]]);
  const changes: JsonValue[] = [];
  for (const sketch of sketches) {
    const { module, mode, type, name, index } = partsOf(sketch.address);
    const frame: JsonObject = { address: sketch.address, mode, type, name, provider_name: `registry.terraform.io/hashicorp/${type.split("_")[0] ?? ""}`, ...(index === null ? {} : { index }) };
    const actions = sketch.actions ?? ["create"];
    const values = sketch.values ?? {};
    changes.push({ ...frame, ...(module === "" ? {} : { module_address: module }), change: { actions, before: null, after: values, after_unknown: sketch.unknown ?? { id: true }, after_sensitive: sketch.sensitive ?? {}, ...sketch.more } });
    if (actions.length === 1 && (actions[0] === "delete" || actions[0] === "forget")) continue;
    const holder = modules.get(module) ?? { address: module, resources: [] };
    if (!modules.has(module)) (root.child_modules as JsonValue[]).push(holder);
    modules.set(module, holder);
    (holder.resources as JsonValue[]).push({ ...frame, values, sensitive_values: {} });
  }
  return JSON.stringify({ format_version: "1.2", terraform_version: "1.9.0", planned_values: { root_module: root }, resource_changes: changes, configuration: { root_module: moduleOf(config) }, ...more });
}

function partsOf(address: string): { module: string; mode: string; type: string; name: string; index: string | number | null } {
  const own = /(?:^|\.)(data\.)?([a-z]\w*)\.(\w+)(?:\[([^\]]*)\])?$/.exec(address);
  if (own === null) throw new Error(`no address: ${address}`);
  const index: unknown = own[4] === undefined ? null : JSON.parse(own[4]);
  return { module: address.slice(0, own.index), mode: own[1] === undefined ? "managed" : "data", type: own[2] ?? "", name: own[3] ?? "", index: typeof index === "string" || typeof index === "number" ? index : null };
}

function moduleOf({ resources = {}, outputs = {}, calls = {} }: ConfigSketch): JsonObject {
  return {
    resources: Object.entries(resources).map(([address, { forEach, count, dependsOn = [], ...expressions }]) => ({ address, expressions: expressionsOf(expressions), depends_on: dependsOn, ...repeatOf(forEach, count) })),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, references]) => [name, { expression: { references: spelled(references) } }])),
    module_calls: Object.fromEntries(Object.entries(calls).map(([name, { inputs = {}, forEach, count, dependsOn = [], module }]) => [name, { expressions: expressionsOf(inputs), depends_on: dependsOn, ...repeatOf(forEach, count), module: moduleOf(module) }])),
  };
}

function repeatOf(forEach: string[] | undefined, count: string[] | undefined): JsonObject {
  return { ...(forEach === undefined ? {} : { for_each_expression: { references: spelled(forEach) } }), ...(count === undefined ? {} : { count_expression: { references: spelled(count) } }) };
}

function expressionsOf(expressions: Record<string, string[] | JsonObject | JsonObject[]>): JsonObject {
  return Object.fromEntries(Object.entries(expressions).map(([name, value]) => [name, Array.isArray(value) && value.every((item) => typeof item === "string") ? { references: spelled(value) } : (value as JsonValue)]));
}

/** Terraform unwraps each reference: `aws_vpc.a.id` is followed by `aws_vpc.a`. */
export function spelled(references: readonly string[]): string[] {
  return references.flatMap((text) => {
    const all = [text];
    for (let rest = text.replace(lastStep, ""); rest.includes(".") && rest !== all.at(-1); rest = rest.replace(lastStep, "")) all.push(rest);
    return all;
  });
}

const lastStep = /(?:\.[^.[\]]+|\[[^\]]*\])$/;

/** A resource to be created of which the id and these attributes are unknown. */
export function fresh(address: string, ...unknown: string[]): Sketch {
  return { address, unknown: Object.fromEntries(["id", ...unknown].map((name) => [name, true])) };
}

export async function inventoryOf(content: Uint8Array | string): Promise<LinkedInventory> {
  return link(await readCollected(terraformPlan, "plan.json", content), { now: "2026-01-01T00:00:00Z" });
}

/** The lines of a plan by addresses. */
export async function linesOf(sketches: readonly Sketch[], config: ConfigSketch = {}): Promise<string[]> {
  return linesIn(await inventoryOf(planText(sketches, config)));
}

export function linesIn({ resources, edges }: LinkedInventory): string[] {
  const addresses = new Map(resources.map(({ id, origin }) => [id, origin?.address ?? id]));
  return edges.map(({ kind, from, to }) => `${addresses.get(from) ?? from} ${kind} ${addresses.get(to) ?? to}`).sort();
}
