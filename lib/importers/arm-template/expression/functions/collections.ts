import type { JsonObject, JsonValue } from "../../../../core/json";
import type { Context } from "../context";
import { isOpen, knownPart } from "../placeholder";
import { maxRounds } from "../work";
import { knownText, textOf, type TemplateFunction } from "./function";

function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
}

function isNothing(value: JsonValue | undefined): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

function length([value]: readonly JsonValue[]): JsonValue | undefined {
  if (Array.isArray(value)) return value.length;
  const object = objectOf(value);
  return object === undefined ? knownText(value)?.length : Object.keys(object).length;
}

function empty([value]: readonly JsonValue[]): JsonValue | undefined {
  return typeof value === "string" && isOpen(value) ? undefined : isNothing(value);
}

function contains([holder, item]: readonly JsonValue[]): JsonValue | undefined {
  const text = textOf(item);
  if (text === undefined || isOpen(text)) return undefined;
  if (Array.isArray(holder)) return holder.includes(item ?? null) || (holder.some((each) => typeof each === "string" && isOpen(each)) ? undefined : false);
  const object = objectOf(holder);
  if (object !== undefined) return Object.keys(object).some((key) => key.toLowerCase() === text.toLowerCase());
  return knownText(holder)?.includes(text);
}

function union(args: readonly JsonValue[], { work }: Context): JsonValue | undefined {
  if (!args.every((arg) => work.isModest(arg))) return undefined;
  if (args.every(Array.isArray)) return [...new Map(args.flat().map((item) => [JSON.stringify(item), item])).values()];
  const objects = args.map(objectOf).filter((object) => object !== undefined);
  return objects.length === args.length ? merged(objects) : undefined;
}

function merged(objects: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object)).filter(([key]) => key !== "__proto__"));
}

function createObject(args: readonly JsonValue[]): JsonValue {
  const entries: [string, JsonValue][] = [];
  for (let index = 0; index + 1 < args.length; index += 2) entries.push([textOf(args[index]) ?? "", args[index + 1] ?? null]);
  return Object.fromEntries(entries.filter(([key]) => key !== "__proto__"));
}

function coalesce(args: readonly JsonValue[]): JsonValue {
  return args.find((arg) => arg !== null) ?? null;
}

function part(value: JsonValue | undefined, from: number, to: number | undefined): JsonValue | undefined {
  return Array.isArray(value) ? value.slice(from, to) : knownText(value)?.slice(from, to);
}

/** A name is cut so that it is never too long: what is known of it fits. */
function uncut(value: JsonValue | undefined, length: number): JsonValue | undefined {
  const known = typeof value === "string" ? knownPart(value) : undefined;
  return known !== undefined && known.length <= length ? value : undefined;
}

function first([value]: readonly JsonValue[]): JsonValue | undefined {
  return Array.isArray(value) ? value[0] : knownText(value)?.charAt(0);
}

function last([value]: readonly JsonValue[]): JsonValue | undefined {
  return Array.isArray(value) ? value.at(-1) : knownText(value)?.slice(-1);
}

function range([start, count]: readonly JsonValue[]): JsonValue | undefined {
  if (typeof start !== "number" || typeof count !== "number") return undefined;
  return Array.from({ length: Math.min(Math.max(0, count), maxRounds) }, (_, index) => start + index);
}

function items([value]: readonly JsonValue[]): JsonValue | undefined {
  const object = objectOf(value);
  return object && Object.entries(object).map(([key, inner]) => ({ key, value: inner }));
}

function tryGet([holder, ...keys]: readonly JsonValue[]): JsonValue | undefined {
  let value = holder;
  for (const key of keys) {
    if (typeof value === "string") return undefined;
    value = Array.isArray(value) ? (typeof key === "number" ? value[key] : undefined) : typeof key === "string" ? memberNamed(objectOf(value), key) : undefined;
  }
  return value ?? null;
}

function memberNamed(object: JsonObject | undefined, name: string): JsonValue | undefined {
  const key = Object.keys(object ?? {}).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object?.[key];
}

export const collectionFunctions = {
  length,
  empty,
  contains,
  union,
  shallowMerge: ([list], context) => (Array.isArray(list) ? union(list, context) : undefined),
  createArray: (args) => [...args],
  createObject,
  array: ([value]) => (Array.isArray(value) ? value : [value ?? null]),
  coalesce,
  flatten: ([list]) => (Array.isArray(list) && list.every(Array.isArray) ? list.flat() : undefined),
  first,
  last,
  take: ([value, count]) => (typeof count === "number" ? (part(value, 0, Math.max(0, count)) ?? uncut(value, count)) : undefined),
  skip: ([value, count]) => (typeof count === "number" ? part(value, Math.max(0, count), undefined) : undefined),
  range,
  items,
  tryGet,
  objectKeys: ([value]) => {
    const object = objectOf(value);
    return object && Object.keys(object);
  },
} satisfies Record<string, TemplateFunction>;
