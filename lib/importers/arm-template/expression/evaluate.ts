import { z } from "zod";
import type { JsonObject, JsonValue } from "../../../core/json";
import type { Context } from "./context";
import { callFunction } from "./functions";
import { expressionIn, literalOf, type Expression } from "./parse-expression";
import { derived, isDerived, isOpen, placeholdersIn } from "./placeholder";
import { referenceMember } from "./reference";
import { idsIn } from "./ids-in";
import { maxNesting, maxRounds } from "./work";

/** A value of the template with all its expressions evaluated, in keys too, and its `copy` loops run. */
export function evaluateValue(value: JsonValue, context: Context, depth = 0): JsonValue {
  context.work.spend(1);
  if (typeof value === "string") return evaluateText(value, context);
  if (value === null || typeof value !== "object") return value;
  if (depth > maxNesting) return null;
  if (Array.isArray(value)) return value.map((item) => evaluateValue(item, context, depth + 1));
  return evaluateObject(value, context, depth);
}

function evaluateObject(object: JsonObject, context: Context, depth: number): JsonObject {
  const copies = propertyCopies.safeParse(object["copy"]);
  const evaluated: JsonObject = {};
  for (const [key, inner] of Object.entries(object)) {
    if (key === "copy" && copies.success) continue;
    const name = expressionIn(key) === null ? key : evaluateText(key, { ...context, keepsText: false });
    if (typeof name === "string" && name !== "__proto__") evaluated[name] = evaluateValue(inner, context, depth + 1);
  }
  for (const { name, count, input } of copies.data ?? []) if (name !== "__proto__") evaluated[name] = copied(name, count, input, context, depth + 1);
  return evaluated;
}

const propertyCopies = z.array(z.object({ name: z.string(), count: z.union([z.string(), z.number()]), input: z.custom<JsonValue>((value) => value !== undefined) }));

function copied(name: string, count: JsonValue, input: JsonValue, context: Context, depth: number): JsonValue[] {
  return roundsOf(count, context).map((round) => evaluateValue(input, inLoop(context, name, round), depth));
}

/** The rounds of a loop: one that stands for all where their number is not known. */
export function roundsOf(count: JsonValue, context: Context): (number | null)[] {
  const rounds = Number(evaluateValue(count, context));
  return Number.isInteger(rounds) && rounds >= 0 ? Array.from({ length: Math.min(rounds, maxRounds) }, (_, index) => index) : [null];
}

export function inLoop(context: Context, name: string, round: number | null): Context {
  const loop = name.toLowerCase();
  return { ...context, loops: new Map([...context.loops, [loop, round]]), loop };
}

function evaluateText(text: string, context: Context): JsonValue {
  const source = expressionIn(text);
  if (source === null) return literalOf(text);
  const expression = context.work.parse(source);
  if (expression === null) {
    context.work.unreadable++;
    return text;
  }
  const value = evaluate(expression, context);
  return context.keepsText && typeof value === "string" && isDerived(value) ? text + placeholderOfIds(value) : value;
}

/** The ids that were found in an expression go with its text, unseen. */
function placeholderOfIds(value: string): string {
  const { ids } = placeholdersIn(value);
  return ids.length === 0 ? "" : derived("", ids);
}

export function evaluate(expression: Expression, context: Context): JsonValue {
  context.work.spend(1);
  if (expression.kind === "value") return expression.value;
  const found = context.work.deeper(() => (expression.kind === "call" ? call(expression.name, expression.args, context) : memberOf(expression, context)));
  return found === undefined ? derived("expression", []) : found;
}

function call(written: string, args: readonly Expression[], context: Context): JsonValue {
  const name = written.toLowerCase();
  if (name === "if" && args.length === 3) return evaluateIf(args, context);
  if (name === "lambda") return derived("lambda", []);
  if ((name === "map" || name === "filter") && args[1]?.kind === "call" && args[1].name.toLowerCase() === "lambda") return evaluateLambda(name, args, args[1].args, context);
  const values = args.map((arg) => evaluate(arg, context));
  const value = callFunction(name, values, context);
  return value === undefined ? unknownOf(written, values) : value;
}

/** A value that nobody knows, named by the function and what it would have been made of. */
function unknownOf(name: string, values: readonly JsonValue[]): JsonValue {
  const [label] = values.flatMap((value) => (typeof value === "string" ? placeholdersIn(value).labels : []));
  return derived(label === undefined ? name : labelOf(name, label), [...new Set(values.flatMap(idsIn))]);
}

/** A part of an id is called like the id, and what was chosen like what it was chosen from. */
function labelOf(name: string, label: string): string {
  if (/^(if|coalesce|tryGet)$/i.test(name)) return label;
  return /^(first|last)$/i.test(name) && partOf.test(label) ? label.replace(partOf, "$1") : `${name}(${innermost.exec(label)?.[1] ?? label})`;
}

/** Of `take(replace(name))` the name: more than one function is no name that anybody reads. */
const innermost = /([^()]+)\)*$/;

const partOf = /^split\((.*)\)$/i;

/** Where the condition is not known, a value counts more than none, as a resource does with such a condition. */
function evaluateIf(args: readonly Expression[], context: Context): JsonValue {
  const [condition, yes, no] = args;
  if (condition === undefined || yes === undefined || no === undefined) return null;
  const decided = evaluate(condition, context);
  if (decided === true || decided === false) return evaluate(decided ? yes : no, context);
  const values = [evaluate(yes, context), evaluate(no, context)];
  const told = values.filter((value) => !isNothing(value));
  return told.length === 1 ? (told[0] ?? null) : unknownOf("if", [...values, decided]);
}

function isNothing(value: JsonValue): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

function evaluateLambda(name: "map" | "filter", args: readonly Expression[], lambda: readonly Expression[], context: Context): JsonValue {
  const list = args[0] === undefined ? null : evaluate(args[0], context);
  const [item, index] = lambda.slice(0, -1).map((arg) => (arg.kind === "value" ? String(arg.value).toLowerCase() : ""));
  const body = lambda.at(-1);
  if (!Array.isArray(list) || item === undefined || body === undefined) return unknownOf(name, [list]);
  const results = list.map((value, at) => {
    const locals = new Map([...context.locals, [item, value] as const, ...(index === undefined ? [] : [[index, at] as const])]);
    return evaluate(body, { ...context, locals });
  });
  return name === "map" ? results : list.filter((_, at) => results[at] === true);
}

/** `a().b[0].c`, from the left. */
function memberOf(expression: Expression, context: Context): JsonValue {
  const keys: JsonValue[] = [];
  let base = expression;
  for (; base.kind === "member"; base = base.of) keys.unshift(evaluate(base.key, { ...context, keepsText: false }));
  const start = evaluate(base, context);
  const [value, rest] = referenceMember(start, keys, context) ?? [start, keys];
  return rest.reduce((held, key) => stepInto(held, key), value);
}

function stepInto(value: JsonValue, key: JsonValue): JsonValue {
  if (typeof value === "string") return isOpen(value) ? unknownMember(value, key) : null;
  if (Array.isArray(value)) return itemOf(value, key);
  if (value === null || typeof value !== "object") return null;
  if (typeof key !== "string" || isOpen(key)) return unknownOf("item", [key]);
  const found = Object.keys(value).find((name) => name.toLowerCase() === key.toLowerCase());
  return found === undefined ? null : (value[found] ?? null);
}

/** Of one item it does not matter which round asks for it. */
function itemOf(list: readonly JsonValue[], key: JsonValue): JsonValue {
  if (typeof key === "number" || list.length < 2) return list[typeof key === "number" ? key : 0] ?? null;
  return unknownOf("item", [key, ...list.slice(0, maxRounds)]);
}

function unknownMember(value: string, key: JsonValue): JsonValue {
  const { labels, ids } = placeholdersIn(value);
  const [label = ""] = labels;
  if (typeof key === "number" && partOf.test(label)) return derived(label.replace(partOf, "$1"), ids);
  const step = typeof key === "string" ? (placeholdersIn(key).labels[0] ?? key) : key;
  return derived(typeof step === "object" ? label : `${label}.${step}`, ids);
}
