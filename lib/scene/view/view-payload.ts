import { glyphIds } from "../../catalogue/glyph";
import { categories } from "../../core/resource/categories";
import { CloudVizError } from "../../core/error";
import type { ViewPayload } from "../../core/diagram/view";
import { boxFlags, frameLevels, lineFlags, lineKinds, statuses, type View, type ViewLines, type ViewType } from "./view";
import { hold, type KeptPlaces } from "../layout-input";
import { completeBoxes } from "./view-tree";

/** Writes a view as columns of whole numbers that repeat where neighbours are alike, as compression likes it. Unfolded views only. */
export function encodeView({ boxes, lines, words, types, providers, kept }: View): ViewPayload {
  return {
    frames: boxes.frames,
    parentSteps: steps(boxes.parent),
    level: Array.from(boxes.level.subarray(0, boxes.frames)),
    title: [...boxes.title],
    subtitle: Array.from(boxes.subtitle),
    meta: Array.from(boxes.meta),
    type: Array.from(boxes.type),
    provider: Array.from(boxes.provider),
    status: Array.from(boxes.status),
    flags: Array.from(boxes.flags),
    lines: { fromSteps: steps(lines.from), toSteps: steps(lines.to), kind: Array.from(lines.kind), flags: Array.from(lines.flags) },
    words: [...words],
    types: types.map((type) => ({ ...type })),
    providers: [...providers],
    kept: kept === null ? null : encodeKept(kept),
  };
}

function steps(column: Int32Array): number[] {
  return Array.from(column, (value, index) => value - (column[index - 1] ?? 0));
}

function encodeKept({ x, y, hold: held }: KeptPlaces): NonNullable<ViewPayload["kept"]> {
  const placed = Int32Array.from(held.keys()).filter((box) => held[box] !== hold.free);
  return { boxSteps: steps(placed), x: Array.from(placed, (box) => x[box] ?? 0), y: Array.from(placed, (box) => y[box] ?? 0), hold: Array.from(placed, (box) => held[box] ?? 0) };
}

/**
 * Reads what `encodeView` wrote, checking by hand (a schema takes ten times as long): every number in its range, parents before
 * what they hold, columns of one length. Throws `internal`, telling what is wrong.
 */
export function decodeView(payload: unknown, title = ""): View {
  const root = record("view", payload);
  const words = texts("words", root.words);
  const providers = texts("providers", root.providers);
  const types = list("types", root.types).map(decodeType);
  const titles = texts("title", root.title);
  const count = titles.length;
  const frames = whole("frames", root.frames, 0, count);
  const parent = walked("parentSteps", root.parentSteps, { length: count, min: -1, max: frames - 1 });
  for (let box = 0; box < count; box++) if ((parent[box] ?? -1) >= box) throw broken(`box ${box} stands before the frame around it`);
  const column = (name: string, min: number, max: number, length = count) => whole32(name, root[name], { length, min, max });
  const level = new Uint8Array(count).fill(frameLevels.indexOf("resource"));
  level.set(column("level", 0, frameLevels.length - 1, frames));
  const boxes = completeBoxes({
    count,
    frames,
    parent,
    level,
    title: titles,
    subtitle: column("subtitle", -1, words.length - 1),
    meta: column("meta", -1, words.length - 1),
    type: column("type", -1, types.length - 1),
    provider: Uint8Array.from(column("provider", 0, Math.min(255, providers.length - 1))),
    status: Uint8Array.from(column("status", 0, statuses.length - 1)),
    flags: Uint8Array.from(column("flags", 0, everyBoxFlag)),
  });
  return { title, boxes, lines: decodeLines(root.lines, count), words, types, providers, kept: root.kept === null ? null : decodeKept(root.kept, count) };
}

const everyBoxFlag = Object.values(boxFlags).reduce((bits, bit) => bits | bit, 0);
const everyLineFlag = lineFlags.derived | lineFlags.exposed;

function decodeLines(value: unknown, boxes: number): ViewLines {
  const root = record("lines", value);
  const count = list("lines.fromSteps", root.fromSteps).length;
  const ends = { length: count, min: 0, max: boxes - 1 };
  return {
    count,
    from: walked("lines.fromSteps", root.fromSteps, ends),
    to: walked("lines.toSteps", root.toSteps, ends),
    kind: Uint8Array.from(whole32("lines.kind", root.kind, { length: count, min: 0, max: lineKinds.length - 1 })),
    flags: Uint8Array.from(whole32("lines.flags", root.flags, { length: count, min: 0, max: everyLineFlag })),
    merged: new Int32Array(count).fill(1),
  };
}

function decodeKept(value: unknown, boxes: number): KeptPlaces {
  const root = record("kept", value);
  const length = list("kept.boxSteps", root.boxSteps).length;
  const placed = walked("kept.boxSteps", root.boxSteps, { length, min: 0, max: boxes - 1 });
  const x = finite("kept.x", root.x, length);
  const y = finite("kept.y", root.y, length);
  const held = whole32("kept.hold", root.hold, { length, min: hold.free, max: hold.pinned });
  const kept = { x: new Float64Array(boxes), y: new Float64Array(boxes), hold: new Uint8Array(boxes) };
  placed.forEach((box, index) => {
    kept.x[box] = x[index] ?? 0;
    kept.y[box] = y[index] ?? 0;
    kept.hold[box] = held[index] ?? 0;
  });
  return kept;
}

function decodeType(value: unknown, index: number): ViewType {
  const { type, label, category, glyph } = record(`types[${index}]`, value);
  const known = { category: categories.find((one) => one === category), glyph: glyphIds.find((one) => one === glyph) };
  if (typeof type !== "string" || typeof label !== "string" || known.category === undefined || known.glyph === undefined) throw broken(`types[${index}] is no type`);
  return { type, label, category: known.category, glyph: known.glyph };
}

interface Range {
  length: number;
  min: number;
  max: number;
}

/** Adds up steps, in one loop with the check of what comes of them. */
function walked(name: string, value: unknown, { length, min, max }: Range): Int32Array {
  const column = new Int32Array(length);
  const stepsOf = columnOf(name, value, length);
  let at = 0;
  for (let index = 0; index < length; index++) {
    const step = stepsOf[index];
    at += typeof step === "number" ? step : NaN;
    if (!(at >= min && at <= max && Number.isInteger(at))) throw broken(`${name}[${index}] leads to ${at}, outside ${min} to ${max}`);
    column[index] = at;
  }
  return column;
}

function whole32(name: string, value: unknown, { length, min, max }: Range): Int32Array {
  const column = new Int32Array(length);
  const numbers = columnOf(name, value, length);
  for (let index = 0; index < length; index++) {
    const number = numbers[index];
    if (typeof number !== "number" || !(number >= min && number <= max && Number.isInteger(number))) throw notWhole(`${name}[${index}]`, number, min, max);
    column[index] = number;
  }
  return column;
}

function whole(name: string, value: unknown, min: number, max: number): number {
  if (typeof value === "number" && value >= min && value <= max && Number.isInteger(value)) return value;
  throw notWhole(name, value, min, max);
}

function notWhole(name: string, value: unknown, min: number, max: number): CloudVizError {
  return broken(`${name} is ${JSON.stringify(value)}, not a whole number from ${min} to ${max}`);
}

function finite(name: string, value: unknown, length: number): number[] {
  return columnOf(name, value, length).map((number, index) => {
    if (typeof number !== "number" || !Number.isFinite(number)) throw broken(`${name}[${index}] is no number`);
    return number;
  });
}

function texts(name: string, value: unknown): string[] {
  return list(name, value).map((text, index) => {
    if (typeof text !== "string") throw broken(`${name}[${index}] is no text`);
    return text;
  });
}

function columnOf(name: string, value: unknown, length: number): readonly unknown[] {
  const column = list(name, value);
  if (column.length !== length) throw broken(`${name} has ${column.length} entries, not ${length}`);
  return column;
}

function list(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw broken(`${name} is no list`);
  return value;
}

function record(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw broken(`${name} is missing`);
  return value as Readonly<Record<string, unknown>>;
}

function broken(what: string): CloudVizError {
  return new CloudVizError("internal", `The diagram arrived damaged (${what}). Load the page again.`);
}
