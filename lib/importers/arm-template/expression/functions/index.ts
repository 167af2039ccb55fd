import type { JsonValue } from "../../../../core/json";
import type { Context } from "../context";
import { collectionFunctions } from "./collections";
import type { TemplateFunction } from "./function";
import { logicFunctions } from "./logic";
import { nameFunctions } from "./names";
import { numberFunctions } from "./numbers";
import { scopeFunctions } from "./scopes";
import { textFunctions } from "./texts";

const functions = new Map(
  Object.entries<TemplateFunction>({ ...textFunctions, ...collectionFunctions, ...logicFunctions, ...numberFunctions, ...scopeFunctions, ...nameFunctions }).map(([name, run]) => [name.toLowerCase(), run]),
);

// A text or a list beyond this is of no use to anybody: each may be made of two others as long as itself.
const maxLength = 200_000;

/** Undefined where only the deployment knows: an unknown function, or arguments that are not known. */
export function callFunction(name: string, args: readonly JsonValue[], context: Context): JsonValue | undefined {
  const run = functions.get(name.replace(/^sys\./, ""));
  const value = run === undefined ? context.names.call(name, args) : run(args, context);
  if (typeof value === "string" || Array.isArray(value)) {
    context.work.spend(value.length >> 6);
    if (value.length > maxLength) return undefined;
  }
  return value;
}
