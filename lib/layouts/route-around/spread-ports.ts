import type { LayoutInput } from "../../scene/layout-input";
import { at } from "../box-tree";
import { clamp } from "../clamp";
import type { PlacedBoxes } from "../route-lines";
import type { Routes } from "../routes";
import { bottom, left, pointOn, right, runsAcross, top, type EndPort } from "./end-port";
import type { Way } from "./find-way";

/** Between two ports of a card, and how near its corners they may come. */
const pitchPx = 10;
const cornerPx = 8;

interface End {
  line: number;
  isStart: boolean;
  port: EndPort;
  /** Where the line goes, along this side. */
  towards: number;
}

/**
 * Gives lines that leave one side of a box places of their own, in the order of where they go, beside those of lines that stay.
 * Lines of one bundle and direction share a place. Changes the ways' ports; returns the lines whose ports are no longer where
 * their way was found.
 */
export function spreadPorts(input: LayoutInput, boxes: PlacedBoxes, ways: ReadonlyMap<number, Way>, fixed: Routes): Set<number> {
  const sides = new Map<number, End[]>();
  for (const [line, way] of ways) {
    for (const isStart of [true, false]) {
      const port = isStart ? way.start : way.end;
      const key = 4 * port.box + port.side;
      const ends = sides.get(key);
      const end = { line, isStart, port, towards: towardsOf(way, isStart) };
      if (ends === undefined) sides.set(key, [end]);
      else ends.push(end);
    }
  }
  const taken = takenPlaces(input, boxes, fixed, sides);
  const moved = new Set<number>();
  for (const [key, ends] of sides) {
    for (const { end, along } of placesFor(input, boxes, ends, taken.get(key) ?? [])) {
      const { port } = end;
      const now = pointOn(boxes, port.box, port.side, along);
      if (now.x === port.x && now.y === port.y) continue;
      port.x = now.x;
      port.y = now.y;
      moved.add(end.line);
    }
  }
  return moved;
}

/** The first place off the side's own coordinate, as far as the way turns at all. */
function towardsOf({ points, start, end }: Way, isStart: boolean): number {
  const port = isStart ? start : end;
  const along = isStart ? points : points.toReversed();
  const next = along[2] ?? along[1] ?? port;
  return runsAcross(port.side) ? next.y : next.x;
}

interface Taken {
  along: number;
  bundle: string;
}

/** Where lines that stay leave the sides in question. */
function takenPlaces(input: LayoutInput, boxes: PlacedBoxes, { points, pointStart }: Routes, sides: ReadonlyMap<number, End[]>): Map<number, Taken[]> {
  const taken = new Map<number, Taken[]>();
  const add = (line: number, box: number, point: number, isStart: boolean) => {
    const [x, y] = [at(points, 2 * point), at(points, 2 * point + 1)];
    const side = sideAt(boxes, box, x, y);
    const key = 4 * box + side;
    if (!sides.has(key)) return;
    const own = { along: runsAcross(side) ? y : x, bundle: bundleOf(input, line, isStart) };
    const known = taken.get(key);
    if (known === undefined) taken.set(key, [own]);
    else known.push(own);
  };
  for (let line = 0; line < input.from.length; line++) {
    const [first, end] = [at(pointStart, line), at(pointStart, line + 1)];
    if (first === end) continue;
    add(line, at(input.from, line), first, true);
    add(line, at(input.to, line), end - 1, false);
  }
  return taken;
}

function sideAt({ x, y, boxWidth, boxHeight }: PlacedBoxes, box: number, pointX: number, pointY: number): number {
  const off = [pointX - at(x, box), at(x, box) + at(boxWidth, box) - pointX, pointY - at(y, box), at(y, box) + at(boxHeight, box) - pointY].map(Math.abs);
  return [left, right, top, bottom].reduce((best, side) => (at(off, side) < at(off, best) ? side : best));
}

/** Lines of one bundle and direction look alike. */
function bundleOf({ bundle }: LayoutInput, line: number, isStart: boolean): string {
  return at(bundle, line) < 0 ? `line ${line}` : `${isStart ? "out" : "in"} ${at(bundle, line)}`;
}

function placesFor(input: LayoutInput, boxes: PlacedBoxes, ends: readonly End[], taken: readonly Taken[]): { end: End; along: number }[] {
  const shared = new Map<string, End[]>();
  for (const end of ends) {
    const bundle = bundleOf(input, end.line, end.isStart);
    const own = shared.get(bundle);
    if (own === undefined) shared.set(bundle, [end]);
    else own.push(end);
  }
  const places: { end: End; along: number }[] = [];
  const open: { ends: End[]; towards: number }[] = [];
  for (const [bundle, own] of shared) {
    const stays = taken.find((other) => other.bundle === bundle);
    if (stays !== undefined) for (const end of own) places.push({ end, along: stays.along });
    else open.push({ ends: own, towards: own.reduce((sum, { towards }) => sum + towards, 0) / own.length });
  }
  const [first] = ends;
  if (first === undefined || open.length === 0) return places;
  open.sort((one, other) => one.towards - other.towards || (one.ends[0]?.line ?? 0) - (other.ends[0]?.line ?? 0));
  const slots = freeSlots(input, boxes, first.port, open.length, taken);
  open.forEach((group, index) => {
    for (const end of group.ends) places.push({ end, along: at(slots, index) });
  });
  return places;
}

/** The free places nearest to the port, in order; closer together where a side is too short. */
function freeSlots({ isFrame, padding }: LayoutInput, { x, y, boxWidth, boxHeight }: PlacedBoxes, { box, side, ...port }: EndPort, count: number, taken: readonly Taken[]): number[] {
  const [start, length] = runsAcross(side) ? [at(y, box), at(boxHeight, box)] : [at(x, box), at(boxWidth, box)];
  const titlePx = isFrame[box] === 1 && runsAcross(side) ? Math.min(at(padding, 4 * box), length / 2) : Math.min(cornerPx, length / 4);
  const [least, most] = [start + titlePx, start + length - Math.min(cornerPx, length / 4)];
  const middle = clamp(runsAcross(side) ? port.y : port.x, least, most);
  for (let pitch = pitchPx; pitch >= pitchPx / 4; pitch /= 2) {
    const slots: number[] = [];
    for (let step = 0; slots.length < count && step <= (most - least) / pitch + 1; step++) {
      for (const slot of step === 0 ? [middle] : [middle + step * pitch, middle - step * pitch]) {
        const isFree = slot >= least && slot <= most && taken.every(({ along }) => Math.abs(along - slot) >= pitch * 0.6);
        if (isFree && slots.length < count) slots.push(slot);
      }
    }
    if (slots.length === count) return slots.sort((one, other) => one - other);
  }
  return Array.from({ length: count }, (_, index) => least + ((most - least) * (index + 1)) / (count + 1));
}
