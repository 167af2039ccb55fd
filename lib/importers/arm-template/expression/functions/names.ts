import type { JsonValue } from "../../../../core/json";
import type { Context } from "../context";
import { named, referenceTo, shown } from "../placeholder";
import type { TemplateFunction } from "./function";

function nameIn(args: readonly JsonValue[]): string | undefined {
  return typeof args[0] === "string" ? shown(args[0]) : undefined;
}

/** A name that the template does not explain stands for its value. */
function valueNamed(args: readonly JsonValue[], find: (name: string) => JsonValue | undefined): JsonValue | undefined {
  const name = nameIn(args);
  if (name === undefined) return undefined;
  const value = find(name);
  return value === undefined ? named(name) : value;
}

/** What a resource tells of itself once it is there, under its id. */
const reference: TemplateFunction = (args, context) => {
  const id = idNamed(args[0], context);
  return id === null ? undefined : referenceTo(id, lastOf(id));
};

/** All copies of a symbol. */
const references: TemplateFunction = (args, context) => {
  const symbol = nameIn(args)?.toLowerCase();
  const ids = symbol === undefined ? undefined : context.symbols.get(symbol);
  return ids?.map((id) => referenceTo(id, lastOf(id)));
};

const resourceInfo: TemplateFunction = (args, context) => {
  const id = idNamed(args[0], context);
  return id === null ? undefined : { id, name: lastOf(id) };
};

function idNamed(value: JsonValue | undefined, context: Context): string | null {
  if (typeof value !== "string") return null;
  const text = shown(value);
  return context.resources.idOf(text, context) ?? (/^\/subscriptions\/[^\n]+\/providers\//i.test(text) ? text : null);
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

export const nameFunctions = {
  parameters: (args, { names }) => valueNamed(args, (name) => names.parameter(name)),
  variables: (args, { names }) => valueNamed(args, (name) => names.variable(name)),
  lambdaVariables: (args, { locals }) => locals.get(nameIn(args)?.toLowerCase() ?? ""),
  reference,
  references,
  resourceInfo,
} satisfies Record<string, TemplateFunction>;
