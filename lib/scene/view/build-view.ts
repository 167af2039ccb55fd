import { describeType } from "../../catalogue";
import { categories } from "../../core/resource/categories";
import { internet } from "../../core/resource/collected";
import type { GroupKey, Overlay } from "../../core/diagram/diagram";
import type { Edge } from "../../core/resource/edge";
import type { Inventory } from "../../core/resource/inventory";
import type { Resource } from "../../core/resource/resource";
import { isOutside } from "../../core/resource/is-outside";
import { group, type Card, type Frame } from "../../graph/group";
import { cleanText } from "../text/clean-text";
import { frameWords } from "../text/frame-words";
import { keptPlaces } from "./kept-places";
import { isUnseen, metaLine, resourceTitle, typeLine } from "../text/resource-words";
import { statusOf } from "./status-of";
import { subnetAccess } from "./subnet-access";
import { boxFlags, frameLevels, lineFlags, lineKinds, statuses, type View, type ViewLines, type ViewType } from "./view";
import { completeBoxes } from "./view-tree";

export interface BuildViewOptions {
  title: string;
  /** The nesting levels to draw. */
  levels: readonly GroupKey[];
  overlay?: Pick<Overlay, "places" | "names" | "notes">;
  /** What was first seen after this moment is marked as new, what changed since as changed; null = nothing is. */
  newSince?: string | null;
  /** What is known beyond what is drawn: a subnet is open to the internet also where its route table is left out. */
  facts?: { byId: ReadonlyMap<string, Resource>; edges: readonly Edge[]; changed: ReadonlyMap<string, string> };
}

/** A view with what stays on the server until it is asked for, by box and line number. */
export interface BuiltView {
  view: View;
  ids: readonly string[];
  /** Null for frames that are no resources. */
  keys: readonly (string | null)[];
  edges: readonly Edge[];
}

/** Everything about a picture but places and colours. Pure: the same inventory and options give the same view. O(n log n). */
export function buildView(inventory: Pick<Inventory, "resources" | "edges">, options: BuildViewOptions): BuiltView {
  const resources = new Map(inventory.resources.map((resource) => [resource.id, resource]));
  const { frames, cards, lines } = group(inventory, options.levels);
  const context: Context = {
    resources,
    shown: shownPlaces(frames, resources),
    counts: countInside(frames, cards),
    access: subnetAccess(options.facts?.byId ?? resources, options.facts?.edges ?? inventory.edges),
    names: options.overlay?.names ?? {},
    notes: options.overlay?.notes ?? {},
    newSince: options.newSince ?? null,
    changed: options.facts?.changed ?? new Map(),
  };
  const numbers = new Map(frames.map(({ id }, index) => [id, index]));
  const drawn = [...frames.map((frame) => drawFrame(frame, context)), ...inOrder(cards, resources, numbers).flatMap((card) => drawCard(card, context))];
  drawn.forEach(({ id }, index) => numbers.set(id, index));
  const sorted = sortedLines(lines, numbers);
  const tables = { words: new Numbered<string>(), types: new Numbered<ViewType>(), providers: new Numbered<string>() };
  const word = (text: string | null) => (text === null ? -1 : tables.words.number(text, text));
  const boxes = completeBoxes({
    count: drawn.length,
    frames: frames.length,
    parent: Int32Array.from(drawn, ({ parent }) => (parent === null ? -1 : (numbers.get(parent) ?? -1))),
    level: Uint8Array.from(drawn, ({ level }) => Math.max(0, frameLevels.indexOf(level))),
    title: drawn.map(({ title }) => cleanText(title)),
    subtitle: Int32Array.from(drawn, ({ subtitle }) => word(subtitle)),
    meta: Int32Array.from(drawn, ({ meta }) => word(meta)),
    type: Int32Array.from(drawn, ({ resource }) => (resource === undefined ? -1 : tables.types.number(typeKey(resource), viewType(resource)))),
    provider: Uint8Array.from(drawn, ({ provider }) => tables.providers.number(provider, provider)),
    status: Uint8Array.from(drawn, ({ resource }) => statuses.indexOf(resource === undefined ? "unknown" : statusOf(resource.state))),
    flags: Uint8Array.from(drawn, ({ flags }) => flags),
  });
  const ids = drawn.map(({ id }) => id);
  const view: View = {
    title: cleanText(options.title),
    boxes,
    lines: viewLines(sorted),
    words: tables.words.values,
    types: tables.types.values,
    providers: tables.providers.values,
    kept: keptPlaces(ids, options.overlay?.places ?? {}),
  };
  return { view, ids, keys: drawn.map(({ resource }) => resource?.key ?? null), edges: sorted.map(({ edge }) => edge) };
}

interface Context {
  resources: ReadonlyMap<string, Resource>;
  shown: ReadonlyMap<string, ShownPlaces>;
  /** Cards below each frame, at any depth. */
  counts: ReadonlyMap<string, number>;
  access: ReturnType<typeof subnetAccess>;
  names: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
  newSince: string | null;
  changed: ReadonlyMap<string, string>;
}

interface Drawn {
  id: string;
  parent: string | null;
  level: Frame["level"];
  provider: string;
  resource: Resource | undefined;
  title: string;
  subtitle: string | null;
  meta: string | null;
  flags: number;
}

function drawFrame(frame: Frame, context: Context): Drawn {
  const { id, parent, level, provider } = frame;
  const resource = frame.resourceId === null ? undefined : context.resources.get(frame.resourceId);
  return { id, parent, level, provider, resource, ...frameWords(frame, resource, context), flags: flagsOf(id, resource, context) };
}

function drawCard({ id, parent }: Card, context: Context): Drawn[] {
  const resource = context.resources.get(id);
  if (resource === undefined) return [];
  return [
    {
      id,
      parent,
      level: "resource",
      provider: resource.provider,
      resource,
      title: textAt(context.names, id) ?? resourceTitle(resource),
      subtitle: typeLine(resource),
      meta: metaLine(resource, context.shown.get(parent ?? "") ?? noPlaces),
      flags: flagsOf(id, resource, context),
    },
  ];
}

function flagsOf(id: string, resource: Resource | undefined, { names, notes, newSince, changed }: Context): number {
  const isWatched = resource !== undefined && newSince !== null && !isOutside(resource);
  const isNew = isWatched && resource.firstSeenAt > newSince;
  const isChanged = isWatched && !isNew && (changed.get(resource.id) ?? "") > newSince;
  return (
    (resource !== undefined && isUnseen(resource) ? boxFlags.outside : 0) |
    (textAt(names, id) === undefined ? 0 : boxFlags.renamed) |
    (textAt(notes, id) === undefined ? 0 : boxFlags.noted) |
    (isNew ? boxFlags.isNew : 0) |
    (isChanged ? boxFlags.isChanged : 0)
  );
}

function textAt(texts: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(texts, id) ? texts[id] : undefined;
}

/** The internet first, then frame by frame by category, type and name: layouts keep this order where lines leave it open. */
function inOrder(cards: readonly Card[], resources: ReadonlyMap<string, Resource>, frames: ReadonlyMap<string, number>): Card[] {
  const keyed = cards.map((card) => {
    const resource = resources.get(card.id);
    const frame = card.parent === null ? -1 : (frames.get(card.parent) ?? -1);
    const place = card.id === internet ? -1 : (frame + 1) * categories.length + (resource === undefined ? 0 : categories.indexOf(resource.category));
    return { card, place, type: resource?.type ?? "", name: resource?.name ?? "" };
  });
  keyed.sort((one, other) => one.place - other.place || compare(one.type, other.type) || compare(one.name, other.name) || compare(one.card.id, other.card.id));
  return keyed.map(({ card }) => card);
}

/** By code unit: the same on every machine, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function countInside(frames: readonly Frame[], cards: readonly Card[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (frame: string | null, count: number) => (frame === null ? undefined : counts.set(frame, (counts.get(frame) ?? 0) + count));
  for (const { parent } of cards) add(parent, 1);
  // Inner frames first.
  for (const { id, parent } of frames.toReversed()) add(parent, counts.get(id) ?? 0);
  return counts;
}

/** Which of region and zone the frames around a card tell already. */
interface ShownPlaces {
  isRegionShown: boolean;
  isZoneShown: boolean;
}

const noPlaces: ShownPlaces = { isRegionShown: false, isZoneShown: false };

/** Of what is inside each frame. */
function shownPlaces(frames: readonly Frame[], resources: ReadonlyMap<string, Resource>): Map<string, ShownPlaces> {
  const shown = new Map<string, ShownPlaces>();
  for (const { id, parent, level } of frames) {
    const above = shown.get(parent ?? "") ?? noPlaces;
    shown.set(id, {
      isRegionShown: above.isRegionShown || level === "region",
      isZoneShown: above.isZoneShown || (level === "subnet" && typeof resources.get(id)?.zone === "string"),
    });
  }
  return shown;
}

function typeKey(resource: Resource): string {
  return `${isUnseen(resource)} ${resource.category} ${resource.type}`;
}

function viewType(resource: Resource): ViewType {
  const { label, glyph } = describeType(resource.type);
  return { type: resource.type, label, category: resource.category, glyph: isUnseen(resource) && glyph === "unknown" ? "outside" : glyph };
}

/** By kind and ends: the same for the same inventory however it is read, and less than half as long on the wire. */
function sortedLines(lines: readonly Edge[], numbers: ReadonlyMap<string, number>): NumberedLine[] {
  const base = numbers.size + 1;
  const numbered = lines.map((edge) => {
    const kind = lineKinds.indexOf(edge.kind);
    const from = numbers.get(edge.from) ?? -1;
    const to = numbers.get(edge.to) ?? -1;
    return { edge, kind, from, to, order: (kind * base + from + 1) * base + to };
  });
  return numbered.sort((one, other) => one.order - other.order);
}

interface NumberedLine {
  edge: Edge;
  kind: number;
  from: number;
  to: number;
}

function viewLines(lines: readonly NumberedLine[]): ViewLines {
  return {
    count: lines.length,
    from: Int32Array.from(lines, ({ from }) => from),
    to: Int32Array.from(lines, ({ to }) => to),
    kind: Uint8Array.from(lines, ({ kind }) => kind),
    flags: Uint8Array.from(lines, ({ edge: { certainty, from } }) => (certainty === "derived" ? lineFlags.derived : 0) | (from === internet ? lineFlags.exposed : 0)),
    merged: new Int32Array(lines.length).fill(1),
  };
}

/** Values that repeat, by number. */
class Numbered<Value> {
  readonly values: Value[] = [];
  readonly #numbers = new Map<string, number>();

  number(key: string, value: Value): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}
