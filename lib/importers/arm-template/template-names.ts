import type { JsonValue } from "../../core/json";
import type { Context, Names } from "./expression/context";
import { evaluateValue } from "./expression/evaluate";
import { isDerived, named, placeholdersIn } from "./expression/placeholder";
import type { TemplateFile, TemplateFunctionMember } from "./template-file";

/** A template's parameters, variables and functions, evaluated when they are first asked for. */
export class TemplateNames implements Names {
  readonly #parameters: ReadonlyMap<string, string>;
  readonly #variables = new Map<string, { name: string; value: JsonValue }>();
  readonly #functions = new Map<string, TemplateFunctionMember>();
  readonly #made = new Map<string, JsonValue>();
  /** What is being made: a value that needs itself is not known. */
  readonly #pending = new Set<string>();

  /** `given`: what the template around this one hands down, by lower-case name. `context`: where these names' own expressions stand. */
  constructor(
    private readonly file: TemplateFile,
    private readonly given: ReadonlyMap<string, () => JsonValue>,
    private readonly context: (names: Names) => Context,
  ) {
    this.#parameters = new Map(Object.keys(file.parameters).map((name) => [name.toLowerCase(), name]));
    for (const [name, value] of Object.entries(file.variables)) if (name !== "copy") this.#variables.set(name.toLowerCase(), { name, value });
    const copies = file.variables["copy"];
    for (const copy of Array.isArray(copies) ? copies : []) {
      const name = copy !== null && typeof copy === "object" && !Array.isArray(copy) ? copy["name"] : undefined;
      if (typeof name === "string") this.#variables.set(name.toLowerCase(), { name, value: { copy: [copy] } });
    }
    for (const { namespace, members } of file.functions) for (const [name, member] of Object.entries(members)) this.#functions.set(`${namespace}.${name}`.toLowerCase(), member);
  }

  parameter(asked: string): JsonValue | undefined {
    const name = this.#parameters.get(asked.toLowerCase());
    return name === undefined ? undefined : this.#once(`parameter ${name}`, name, () => this.#parameter(name));
  }

  #parameter(name: string): JsonValue {
    const { type, nullable, $ref, defaultValue } = this.file.parameters[name] ?? {};
    const definition = this.file.definitions[$ref?.split("/").at(-1) ?? ""];
    if (/^secure/i.test(type ?? definition?.type ?? "")) return named(name);
    const given = this.given.get(name.toLowerCase())?.();
    // What the outer template knows it by tells more than this one's name, and is what the outer one refers to.
    if (given !== undefined) return typeof given === "string" && isDerived(given) ? withName(given, placeholdersIn(given).labels[0] ?? name) : given;
    if (defaultValue !== undefined) return evaluateValue(defaultValue, this.context(this));
    return (nullable ?? definition?.nullable) === true ? null : named(name);
  }

  variable(asked: string): JsonValue | undefined {
    const found = this.#variables.get(asked.toLowerCase());
    return found && this.#once(`variable ${found.name}`, found.name, () => this.#variable(found));
  }

  #variable({ name, value }: { name: string; value: JsonValue }): JsonValue {
    const made = evaluateValue(value, this.context(this));
    const isCopied = value !== null && typeof value === "object" && !Array.isArray(value) && Array.isArray(value["copy"]);
    return isCopied && made !== null && typeof made === "object" && !Array.isArray(made) && Array.isArray(made[name]) ? made[name] : made;
  }

  call(name: string, args: readonly JsonValue[]): JsonValue | undefined {
    const member = this.#functions.get(name);
    if (member?.output.value === undefined) return undefined;
    const values = new Map(member.parameters.map((parameter, index) => [parameter.name.toLowerCase(), args[index] ?? named(parameter.name)]));
    const names: Names = { parameter: (asked) => values.get(asked.toLowerCase()), variable: () => undefined, call: (other, given) => this.call(other, given) };
    return evaluateValue(member.output.value, this.context(names));
  }

  #once(key: string, name: string, make: () => JsonValue): JsonValue {
    const known = this.#made.get(key);
    if (known !== undefined || this.#pending.has(key)) return known === undefined ? named(name) : known;
    this.#pending.add(key);
    const value = withName(make(), name);
    this.#pending.delete(key);
    this.#made.set(key, value);
    return value;
  }
}

/** What no function can tell is known by the name that the template gives it. */
function withName(value: JsonValue, name: string): JsonValue {
  if (typeof value !== "string" || !isDerived(value)) return value;
  return named(name, placeholdersIn(value).ids);
}
