import type { JsonValue } from "../../../../core/json";
import { isOpen } from "../placeholder";
import type { TemplateFunction } from "./function";

/** What is still open is equal only to itself. */
const equals: TemplateFunction = ([one, other], { work }) => {
  if (one === undefined || other === undefined || !work.isModest(one) || !work.isModest(other)) return undefined;
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  if (first === second) return true;
  return isOpen(first) || isOpen(second) ? undefined : typeof one === "string" && typeof other === "string" && one.toLowerCase() === other.toLowerCase();
};

function compared(holds: (one: number | string, other: number | string) => boolean): TemplateFunction {
  return ([one, other]) => {
    if (typeof one === "number" && typeof other === "number") return holds(one, other);
    return typeof one === "string" && typeof other === "string" && !isOpen(one + other) ? holds(one, other) : undefined;
  };
}

function bool([value]: readonly JsonValue[]): JsonValue | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  return typeof value === "string" && /^(true|false|0|1)$/i.test(value) ? /^(true|1)$/i.test(value) : undefined;
}

/** One argument may decide, whatever the others are. */
function decidedBy(deciding: boolean): TemplateFunction {
  return (args) => (args.includes(deciding) ? deciding : args.every((arg) => arg === !deciding) ? !deciding : undefined);
}

export const logicFunctions = {
  equals,
  bool,
  and: decidedBy(false),
  or: decidedBy(true),
  not: ([value]) => (typeof value === "boolean" ? !value : undefined),
  true: () => true,
  false: () => false,
  null: () => null,
  less: compared((one, other) => one < other),
  lessOrEquals: compared((one, other) => one <= other),
  greater: compared((one, other) => one > other),
  greaterOrEquals: compared((one, other) => one >= other),
} satisfies Record<string, TemplateFunction>;
