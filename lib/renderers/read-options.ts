import { z } from "zod";
import { CloudVizError } from "../core/error";
import { jsonObject, type JsonObject, type JsonValue } from "../core/json";
import type { Renderer } from "./renderer";

/**
 * What a format is told, checked: values as JSON has them, or as texts of a query string or a command line, read as the option wants
 * them. Defaults are left to the format. Throws `invalid-request`, naming the option and what there is.
 */
export function readOptions({ label, options }: Pick<Renderer, "label" | "options">, given: Readonly<JsonObject>): JsonObject {
  const known = optionsOf(options);
  const read: JsonObject = {};
  for (const [name, value] of Object.entries(given)) {
    const schema = Object.hasOwn(known, name) ? known[name] : undefined;
    if (schema === undefined) throw refused(name, `${label} has no option ${JSON.stringify(name)}. ${listed(Object.keys(known))}`);
    const fitting = readings(value).find((candidate) => schema.safeParse(candidate).success);
    if (fitting === undefined) throw refused(name, `The option ${name} of ${label} cannot be ${JSON.stringify(value)}: it is ${wordsOf(schema)}.`);
    read[name] = fitting;
  }
  const whole = options.safeParse(read);
  const [issue] = whole.error?.issues ?? [];
  if (issue !== undefined) throw refused(issue.path.join("."), `The options of ${label} do not fit together: ${issue.message}`);
  return read;
}

function optionsOf(options: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return options instanceof z.ZodObject ? (options.shape as Record<string, z.ZodType>) : {};
}

/** What a value may stand for: a text is itself, or the number, true, false or null that it spells. */
function readings(value: JsonValue): JsonValue[] {
  if (typeof value !== "string" || !/^(true|false|null|-?\d+(\.\d+)?)$/.test(value)) return [value];
  return [value, JSON.parse(value) as JsonValue];
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "It has none." : `It has: ${names.join(", ")}.`;
}

/** What a value may be, from the schema's JSON form. */
function wordsOf(schema: z.ZodType): string {
  return describe(jsonObject.parse(z.toJSONSchema(schema, { io: "input" })));
}

function describe(schema: JsonObject): string {
  const { enum: values, const: only, anyOf, type, minimum, maximum, maxLength } = schema;
  if (Array.isArray(values)) return `one of ${values.join(", ")}`;
  if (only !== undefined) return String(only);
  if (Array.isArray(anyOf)) return anyOf.map((one) => describe(jsonObject.parse(one))).join(" or ");
  if (type === "boolean") return "true or false";
  if (type === "number" || type === "integer") return `a ${type === "integer" ? "whole " : ""}number${bounds(minimum, maximum)}`;
  return `a text${typeof maxLength === "number" ? ` of at most ${maxLength} characters` : ""}`;
}

function bounds(minimum: JsonValue | undefined, maximum: JsonValue | undefined): string {
  const low = typeof minimum === "number" && minimum > Number.MIN_SAFE_INTEGER ? ` from ${minimum}` : "";
  const high = typeof maximum === "number" && maximum < Number.MAX_SAFE_INTEGER ? ` to ${maximum}` : "";
  return `${low}${high}`;
}

function refused(name: string, detail: string): CloudVizError {
  return new CloudVizError("invalid-request", detail, { details: [{ pointer: name, detail }] });
}
