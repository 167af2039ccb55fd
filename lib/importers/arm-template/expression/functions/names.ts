import type { JsonValue } from "../../../../core/json";
import type { Context } from "../context";
import { named, referenceTo, shown } from "../placeholder";
import type { TemplateFunction } from "./function";

function nameIn(args: readonly JsonValue[]): string | undefined {
  return typeof args[0] === "string" ? shown(args[0]) : undefined;
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
  parameters: (args, { names }) => {
    const name = nameIn(args);
    return name === undefined ? undefined : (names.parameter(name) ?? named(name));
  },
  variables: (args, { names }) => {
    const name = nameIn(args);
    return name === undefined ? undefined : (names.variable(name) ?? named(name));
  },
  lambdaVariables: (args, { locals }) => locals.get(nameIn(args)?.toLowerCase() ?? ""),
  reference,
  references,
  resourceInfo,
} satisfies Record<string, TemplateFunction>;
