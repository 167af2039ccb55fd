import { z } from "zod";
import type { Size } from "../../scene/placement";
import { at } from "../box-tree";
import type { Layout } from "../layout";
import { withRoutes } from "../routes";
import { placeNested, type Corners, type Siblings } from "../siblings/place-nested";
import { tighten } from "../siblings/tighten";
import { chords } from "./chords";
import { placeOnRings } from "./place-on-rings";
import { ringOrder } from "./ring-order";

const options = z.object({
  order: z.enum(["relations", "given"]).default("relations"),
  spread: z.enum(["compact", "normal", "wide"]).default("normal"),
});
type Options = z.infer<typeof options>;

const gapsPx = { compact: 16, normal: 28, wide: 64 } as const satisfies Record<Options["spread"], number>;

/** The cards of each container stand on rings, what is tied next to each other, with their lines inside the ring; what most lead to stands in the middle. */
export const circular: Layout<Options> = {
  id: "circular",
  label: "Circular",
  lines: "chords",
  options,
  async place(input, { order, spread }, signal) {
    const area = await placeNested(input, (siblings) => arrangeOnRings(siblings, order, gapsPx[spread]), signal);
    return withRoutes(area, chords(input, area));
  },
};

/** Width to height of rings: as cards and screens. */
const ringAspect = 1.5;

/** Cards stand on rings; frames, and the rings of cards beside them as one of them, close together around each other. */
function arrangeOnRings(siblings: Siblings, order: Options["order"], gapPx: number): Corners {
  const all = Array.from(siblings.boxes, (_, sibling) => sibling);
  const frames = all.filter((sibling) => siblings.isFrame[sibling] === 1);
  const cards = all.filter((sibling) => siblings.isFrame[sibling] === 0);
  if (frames.length === 0) return cardsOnRings(siblings, order, gapPx);
  const block = cards.length === 0 ? null : blockOf(siblings, cards, order, gapPx);
  const groups = groupsOf(siblings, frames, cards, block);
  const around = placeOnRings(groups, order === "given" ? [...groups.width.keys()] : ringOrder([...groups.width.keys()], groups.ties), null, { gapPx, aspect: ringAspect, onOne: groups.width.length });
  const bodies = { x: around.x.map((left, group) => left + at(groups.width, group) / 2), y: around.y.map((top, group) => top + at(groups.height, group) / 2), width: groups.width, height: groups.height };
  tighten(bodies, gapPx);
  const corners = { x: new Float64Array(all.length), y: new Float64Array(all.length) };
  frames.forEach((sibling, group) => {
    corners.x[sibling] = at(bodies.x, group) - at(bodies.width, group) / 2;
    corners.y[sibling] = at(bodies.y, group) - at(bodies.height, group) / 2;
  });
  cards.forEach((sibling, card) => {
    corners.x[sibling] = at(bodies.x, frames.length) - at(bodies.width, frames.length) / 2 + at(block?.corners.x ?? [], card);
    corners.y[sibling] = at(bodies.y, frames.length) - at(bodies.height, frames.length) / 2 + at(block?.corners.y ?? [], card);
  });
  return corners;
}

/** More than this and one ring is a large hole. */
const mostTiedOnOneRing = 24;

/** All that are tied on the innermost ring, so that their lines run inside of it; the others around them. */
function cardsOnRings(siblings: Siblings, order: Options["order"], gapPx: number): Corners {
  const all = Array.from(siblings.boxes, (_, sibling) => sibling);
  const hub = order === "given" ? null : hubOf(siblings);
  const members = order === "given" ? all : ringOrder(all.filter((sibling) => sibling !== hub), siblings.ties);
  const isTied = new Set(siblings.ties.flatMap(({ one, other }) => [one, other]));
  const tied = order === "given" && isTied.size > 0 ? members.length : members.filter((member) => isTied.has(member)).length;
  return placeOnRings(siblings, members, hub, { gapPx, aspect: ringAspect, onOne: tied > mostTiedOnOneRing ? 0 : tied });
}

interface Block extends Size {
  /** By position among the cards, from the block's corner. */
  corners: Corners;
}

/** Cards beside frames, as if they were alone. */
function blockOf({ boxes, width, height, ties }: Siblings, cards: readonly number[], order: Options["order"], gapPx: number): Block {
  const positions = new Map(cards.map((sibling, position) => [sibling, position]));
  const pick = (values: Float64Array) => Float64Array.from(cards, (sibling) => at(values, sibling));
  const own = ties.flatMap(({ one, other, weight }) => {
    const [a, b] = [positions.get(one), positions.get(other)];
    return a === undefined || b === undefined ? [] : [{ one: a, other: b, weight }];
  });
  const inside = { boxes: Int32Array.from(cards, (sibling) => at(boxes, sibling)), width: pick(width), height: pick(height), isFrame: new Uint8Array(cards.length), ties: own };
  const corners = cardsOnRings(inside, order, gapPx);
  const [left, top] = [least(corners.x), least(corners.y)];
  const [x, y] = [corners.x.map((value) => value - left), corners.y.map((value) => value - top)];
  return { width: furthest(x, inside.width), height: furthest(y, inside.height), corners: { x, y } };
}

/** The frames, then the block of cards, with the ties between them. */
function groupsOf({ width, height, ties }: Siblings, frames: readonly number[], cards: readonly number[], block: Block | null): Pick<Siblings, "width" | "height" | "ties"> {
  const groupOf = new Map([...frames.map((sibling, group) => [sibling, group] as const), ...cards.map((sibling) => [sibling, frames.length] as const)]);
  const lifted = ties.map(({ one, other, weight }) => ({ one: groupOf.get(one) ?? 0, other: groupOf.get(other) ?? 0, weight })).filter(({ one, other }) => one !== other);
  const own = block === null ? [] : [block];
  return {
    width: Float64Array.from([...frames.map((sibling) => at(width, sibling)), ...own.map((size) => size.width)]),
    height: Float64Array.from([...frames.map((sibling) => at(height, sibling)), ...own.map((size) => size.height)]),
    ties: lifted,
  };
}

function least(values: Float64Array): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
}

function furthest(places: Float64Array, sizes: Float64Array): number {
  return places.reduce((most, place, index) => Math.max(most, place + at(sizes, index)), 0);
}

const fewestSpokes = 3;
/** A hub has so many times the neighbours of the next. */
const hubFactor = 1.5;

/** What has by far the most neighbours; null when there is none, or so few boxes that a middle makes no sense. */
function hubOf({ boxes, ties }: Siblings): number | null {
  if (boxes.length <= fewestSpokes) return null;
  const degree = new Float64Array(boxes.length);
  for (const { one, other } of ties) {
    degree[one] = at(degree, one) + 1;
    degree[other] = at(degree, other) + 1;
  }
  const hub = most(degree);
  const next = degree.reduce((second, own, sibling) => (sibling === hub ? second : Math.max(second, own)), 0);
  return at(degree, hub) >= fewestSpokes && at(degree, hub) >= hubFactor * next ? hub : null;
}

function most(values: Float64Array): number {
  return values.reduce((best, value, index) => (value > at(values, best) ? index : best), 0);
}
