import type { JsonValue } from "../../../../core/json";
import { knownText, type TemplateFunction } from "./function";

function ofNumbers(run: (one: number, other: number) => number): TemplateFunction {
  return ([one, other]) => {
    if (typeof one !== "number" || typeof other !== "number") return undefined;
    const result = run(one, other);
    return Number.isFinite(result) ? result : undefined;
  };
}

function ofList(run: (numbers: readonly number[]) => number): TemplateFunction {
  return (args) => {
    const list = Array.isArray(args[0]) ? args[0] : args;
    const numbers = list.filter((item) => typeof item === "number");
    return numbers.length === list.length && numbers.length > 0 ? run(numbers) : undefined;
  };
}

function int([value]: readonly JsonValue[]): JsonValue | undefined {
  if (typeof value === "number") return Math.trunc(value);
  const text = knownText(value);
  return text !== undefined && /^\s*[-+]?\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
}

/** `copyIndex()`, `copyIndex(1)`, `copyIndex('loop')`, `copyIndex('loop', 1)` */
const copyIndex: TemplateFunction = (args, { loops, loop }) => {
  const [first, second] = args;
  const name = typeof first === "string" ? first.toLowerCase() : (loop ?? "");
  const offset = typeof first === "number" ? first : typeof second === "number" ? second : 0;
  const round = loops.get(name);
  return round === undefined || round === null ? undefined : round + offset;
};

export const numberFunctions = {
  int,
  copyIndex,
  add: ofNumbers((one, other) => one + other),
  sub: ofNumbers((one, other) => one - other),
  mul: ofNumbers((one, other) => one * other),
  div: ofNumbers((one, other) => Math.trunc(one / other)),
  mod: ofNumbers((one, other) => one % other),
  min: ofList((numbers) => numbers.reduce((one, other) => Math.min(one, other))),
  max: ofList((numbers) => numbers.reduce((one, other) => Math.max(one, other))),
} satisfies Record<string, TemplateFunction>;
