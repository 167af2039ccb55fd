import type { JsonObject, JsonValue } from "../../core/json";
import { idBelow, scopeId, scopeOfSchema, type DeploymentScope } from "./deployment-scope";
import type { Context, Names, Resources } from "./expression/context";
import { evaluateValue, inLoop, roundsOf } from "./expression/evaluate";
import { named, shown } from "./expression/placeholder";
import { maxRounds, Work } from "./expression/work";
import { nestedTemplate, type TemplateFile } from "./template-file";
import { TemplateNames } from "./template-names";

/** A resource that a template would make. `id` still has the placeholders of the subscription and the group. */
export interface Planned {
  id: string;
  type: string;
  name: string;
  definition: JsonObject;
  context: Context;
  /** What the template calls it, from language version 2.0 on. */
  symbol: string | null;
}

/** A template that stands in another one, deployed by it. */
interface Module {
  file: TemplateFile;
  context: Context;
  target: DeploymentScope;
  symbols: Map<string, string[]>;
  parent: Module | null;
  /** What it makes, in its own modules too. */
  members: string[];
  isLaidOut: boolean;
}

interface Parent {
  id: string;
  type: string;
  name: string;
}

// Azure takes 800 a template, and templates in templates.
const maxResources = 10_000;
// The longest ids of Azure have about 20 parts: a file may nest its resources without end.
const maxParts = 50;

/** Everything that a template and the templates in it would make, with all that is needed to read it. */
export class Plan implements Resources {
  readonly resources: Planned[] = [];
  readonly left = { byCondition: 0, byCount: 0, linked: 0, wrong: 0 };
  readonly work = new Work();
  readonly #ids = new Map<string, string>();
  /** Null where several resources have the name. */
  readonly #names = new Map<string, string | null>();
  /** What follows `/providers/`: a deployment for another group is in that group, which those who name it forget. */
  readonly #ends = new Map<string, string | null>();
  readonly #loops = new Map<string, string[]>();
  readonly #modules = new Map<string, Module>();
  readonly #queue: Module[] = [];

  constructor(file: TemplateFile) {
    const target = scopeOfSchema(file.$schema);
    const symbols = new Map<string, string[]>();
    const root: Module = { file, context: this.#contextOf(file, new Map(), target, symbols), target, symbols, parent: null, members: [], isLaidOut: false };
    this.#layOut(root);
    // Modules are added while this runs.
    for (const deployed of this.#queue) this.#layOut(deployed);
  }

  idOf(text: string, { symbols, scope }: Context): string | null {
    const asked = text.toLowerCase().replace(/\/+$/, "");
    const [, symbol = "", index = "0"] = /^([^[\]]+)(?:\[(\d+)\])?$/.exec(asked) ?? [];
    const id = symbols.get(symbol)?.[Number(index)];
    if (id !== undefined) return id;
    if (asked.startsWith("/")) return this.#ids.get(asked) ?? this.#ends.get(endOf(asked)) ?? null;
    const path = asked.split("/").filter((part) => part !== "").join("/");
    return this.#ids.get(`${shown(scopeId(scope))}/providers/${path}`.toLowerCase()) ?? this.#names.get(path) ?? null;
  }

  output(deployment: string, name: string): JsonValue | undefined {
    const deployed = this.#modules.get(deployment.toLowerCase());
    if (deployed === undefined) return undefined;
    this.#layOut(deployed);
    const key = Object.keys(deployed.file.outputs).find((each) => each.toLowerCase() === name.toLowerCase());
    const output = key === undefined ? undefined : deployed.file.outputs[key];
    if (output === undefined || /^secure/i.test(output.type ?? "")) return named(name);
    const { value, copy } = output;
    if (copy !== undefined) return roundsOf(copy.count, deployed.context).map((round) => evaluateValue(copy.input, inLoop(deployed.context, "", round)));
    return value === undefined ? named(name) : evaluateValue(value, deployed.context);
  }

  /** What an entry of `dependsOn` means: a resource, all rounds of a loop, or all that a module makes. */
  dependenciesOf(text: string, context: Context): readonly string[] {
    const named = context.symbols.get(text.toLowerCase()) ?? this.#loops.get(text.toLowerCase());
    const found = this.idOf(text, context);
    return (named ?? (found === null ? [] : [found])).flatMap((id) => this.#modules.get(id.toLowerCase())?.members ?? [id]);
  }

  #contextOf(file: TemplateFile, given: ReadonlyMap<string, () => JsonValue>, scope: DeploymentScope, symbols: ReadonlyMap<string, readonly string[]>): Context {
    const of = (names: Names): Context => ({ names, resources: this, scope, symbols, loops: new Map(), loop: null, locals: new Map(), keepsText: false, work: this.work });
    return of(new TemplateNames(file, given, of));
  }

  #layOut(deployed: Module): void {
    if (deployed.isLaidOut) return;
    deployed.isLaidOut = true;
    this.#add(deployed.file.resources, deployed, deployed.context, null);
  }

  #add(definitions: JsonValue, deployed: Module, context: Context, parent: Parent | null): void {
    const isNamed = !Array.isArray(definitions);
    for (const [symbol, definition] of Object.entries(definitions ?? {})) {
      if (!isObject(definition)) this.left.wrong++;
      else for (const round of this.#rounds(definition, context)) this.#addOne(definition, deployed, round, parent, isNamed ? symbol : null);
    }
  }

  #rounds(definition: JsonObject, context: Context): Context[] {
    const copy = definition["copy"];
    if (!isObject(copy) || copy["count"] === undefined) return [context];
    const { name, count } = copy;
    const wanted = evaluateValue(count, context);
    if (Number.isSafeInteger(wanted)) this.left.byCount += Math.max(0, Number(wanted) - maxRounds);
    return roundsOf(wanted, context).map((round) => inLoop(context, typeof name === "string" ? name : "", round));
  }

  #addOne(definition: JsonObject, deployed: Module, context: Context, parent: Parent | null, symbol: string | null): void {
    const condition = evaluateValue(definition["condition"] ?? true, context);
    if (condition === false || condition === "false") {
      this.left.byCondition++;
      return;
    }
    const target = targetOf(definition, deployed.target, context);
    const identity = identityOf(definition, target, context, parent);
    if (identity === null || identity.id.split("/").length > maxParts) {
      this.left.wrong++;
      return;
    }
    if (symbol !== null) push(deployed.symbols, symbol, identity.id);
    if (definition["existing"] !== true) this.#plan(identity, definition, deployed, target, context, symbol);
    if (definition["resources"] !== undefined) this.#add(definition["resources"], deployed, context, identity);
  }

  #plan({ id, type, name }: Parent, definition: JsonObject, deployed: Module, target: DeploymentScope, context: Context, symbol: string | null): void {
    this.#ids.set(id.toLowerCase(), id);
    addOnce(this.#names, name.toLowerCase(), id);
    addOnce(this.#ends, endOf(id.toLowerCase()), id);
    if (context.loop !== null) push(this.#loops, context.loop, id);
    const isDeployment = type.toLowerCase() === "microsoft.resources/deployments";
    const inner = isDeployment ? this.#moduleOf(definition, deployed, target, context) : null;
    if (inner !== null) this.#addModule(id.toLowerCase(), inner);
    else if (this.resources.length >= maxResources) this.left.byCount++;
    else {
      if (isDeployment) this.left.linked++;
      this.resources.push({ id, type, name: lastName(type, name), definition, context, symbol });
      for (let around: Module | null = deployed; around !== null; around = around.parent) around.members.push(id);
    }
  }

  /** Names that are open may be one and the same: both modules count, and the first is known by it. */
  #addModule(id: string, inner: Module): void {
    this.#queue.push(inner);
    if (!this.#modules.has(id)) this.#modules.set(id, inner);
  }

  /** Its expressions are the outer template's unless it says otherwise. Null for a template that is kept elsewhere. */
  #moduleOf(definition: JsonObject, parent: Module, target: DeploymentScope, context: Context): Module | null {
    const properties = isObject(definition["properties"]) ? definition["properties"] : {};
    const file = nestedTemplate(properties["template"]);
    if (file === null) return null;
    const options = properties["expressionEvaluationOptions"];
    const isInner = isObject(options) && typeof options["scope"] === "string" && options["scope"].toLowerCase() === "inner";
    const symbols = new Map<string, string[]>();
    const inner = isInner ? this.#contextOf(file, givenIn(properties["parameters"], context), target, symbols) : { ...context, symbols };
    return { file, context: inner, target, symbols, parent, members: [], isLaidOut: false };
  }
}

/** What a deployment hands down to its template; a secret of a key vault stays there. */
function givenIn(parameters: JsonValue | undefined, context: Context): Map<string, () => JsonValue> {
  const entries = isObject(parameters) ? Object.entries(parameters) : [];
  return new Map(entries.map(([name, given]) => [name.toLowerCase(), () => orNamed(valueIn(given, context), name)]));
}

function orNamed(value: JsonValue | undefined, name: string): JsonValue {
  return value === undefined ? named(name) : value;
}

/** A loop may make it, `{"copy": [{"name": "value", …}]}`, or an expression the whole entry. Null is a value too. */
function valueIn(given: JsonValue, context: Context): JsonValue | undefined {
  const made = evaluateValue(given, context);
  return isObject(made) ? made["value"] : undefined;
}

/** A resource or a deployment may be for another group, subscription or management group than the template around it. */
function targetOf(definition: JsonObject, target: DeploymentScope, context: Context): DeploymentScope {
  const text = (key: string): string | null => textIn(definition[key], context);
  const scope = text("scope");
  const managementGroup = /^\/?(?:providers\/)?Microsoft\.Management\/managementGroups\/([^/]+)$/i.exec(scope ?? "")?.[1];
  if (managementGroup !== undefined) return { subscription: null, group: null, managementGroup };
  const group = text("resourceGroup");
  const subscription = text("subscriptionId");
  if (group === null && subscription === null) return target;
  return { subscription: subscription ?? target.subscription, group, managementGroup: null };
}

function identityOf(definition: JsonObject, target: DeploymentScope, context: Context, parent: Parent | null): Parent | null {
  const [type, name] = [textIn(definition["type"], context), textIn(definition["name"], context)];
  if (type === null || name === null) return null;
  const isOwnType = parent === null || /^[^/]+\.[^/]+\//.test(type);
  const [fullType, fullName] = isOwnType ? [type, name] : [`${parent.type}/${type}`, `${parent.name}/${name}`];
  const isExtension = isOwnType && parent !== null && !type.toLowerCase().startsWith(`${parent.type.toLowerCase()}/`);
  const id = idBelow(isExtension ? parent.id : baseOf(definition, target, context), fullType, [fullName]);
  return id === null ? null : { id, type: fullType, name: fullName };
}

/** The id that a resource's own begins with: its scope, or the resource that it extends. */
function baseOf(definition: JsonObject, target: DeploymentScope, context: Context): string {
  const scope = textIn(definition["scope"], context);
  const own = shown(scopeId(target));
  if (scope === null || /^\/?(?:providers\/)?Microsoft\.Management\/managementGroups\/[^/]+$/i.test(scope)) return own;
  const known = context.resources.idOf(scope, context);
  return known ?? (scope.startsWith("/") ? scope.replace(/\/+$/, "") : `${own}/providers/${scope}`);
}

function textIn(value: JsonValue | undefined, context: Context): string | null {
  if (typeof value !== "string") return null;
  const text = evaluateValue(value, context);
  return typeof text === "string" && text !== "" ? shown(text) : null;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** `v/s` of `…/virtualNetworks/subnets` → `s`; a slash too much is part of the name. */
function lastName(type: string, name: string): string {
  const above = type.split("/").filter((part) => part !== "").length - 2;
  return name.split("/").slice(Math.max(0, above)).join("/") || name;
}

function addOnce(index: Map<string, string | null>, name: string, id: string): void {
  const known = index.get(name);
  index.set(name, known === undefined || known === id ? id : null);
}

function endOf(id: string): string {
  return id.slice(Math.max(0, id.indexOf("/providers/")));
}

function push(lists: Map<string, string[]>, name: string, id: string): void {
  const list = lists.get(name.toLowerCase());
  if (list) list.push(id);
  else lists.set(name.toLowerCase(), [id]);
}
