import type { JsonValue } from "../../../../core/json";
import type { Context } from "../context";
import { isOpen } from "../placeholder";

/** Undefined where it cannot tell. */
export type TemplateFunction = (args: readonly JsonValue[], context: Context) => JsonValue | undefined;

/** A text that is wholly known. */
export function knownText(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && !isOpen(value) ? value : undefined;
}

/** A function of texts that are wholly known. */
export function ofTexts(run: (...texts: string[]) => JsonValue | undefined): TemplateFunction {
  return (args) => {
    const texts = args.map(knownText).filter((text) => text !== undefined);
    return texts.length === args.length && texts.length > 0 ? run(...texts) : undefined;
  };
}

/** As Azure writes a value into a text; undefined for what is none. */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? String(value) : undefined;
}
