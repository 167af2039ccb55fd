import { expect, it } from "vitest";
import type { JsonObject } from "../core/json";
import type { LayoutInput, Placement } from "../scene/layout-input";
import type { Point, Size } from "../scene/placement";
import { at } from "./box-tree";
import type { Layout } from "./layout";

/** A box as tests write it; layouts get numbers only. */
export interface TestBox extends Size {
  name: string;
  parent: string | null;
  isFrame: boolean;
  /** Top, right, bottom, left. */
  padding: readonly [number, number, number, number];
}

export interface TestLine {
  from: string;
  to: string;
  targetFirst?: boolean;
  bundle?: number;
}

/** The columns of boxes and lines that are written down by name; boxes are numbered in their order. */
export function layoutInput(boxes: readonly TestBox[], lines: readonly TestLine[] = []): LayoutInput {
  const numbers = new Map(boxes.map(({ name }, number) => [name, number]));
  const number = (name: string) => {
    const found = numbers.get(name);
    if (found === undefined) throw new RangeError(`There is no box "${name}".`);
    return found;
  };
  return {
    parent: Int32Array.from(boxes, ({ parent }) => (parent === null ? -1 : number(parent))),
    isFrame: Uint8Array.from(boxes, ({ isFrame }) => Number(isFrame)),
    width: Float64Array.from(boxes, ({ width }) => width),
    height: Float64Array.from(boxes, ({ height }) => height),
    padding: Float64Array.from(boxes.flatMap(({ padding }) => padding)),
    from: Int32Array.from(lines, ({ from }) => number(from)),
    to: Int32Array.from(lines, ({ to }) => number(to)),
    targetFirst: Uint8Array.from(lines, ({ targetFirst }) => Number(targetFirst === true)),
    bundle: Int32Array.from(lines, ({ bundle }) => bundle ?? -1),
    kept: null,
  };
}

export function card(name: string, parent: string | null): TestBox {
  return { name, parent, isFrame: false, width: 220, height: 64, padding: [0, 0, 0, 0] };
}

export function frame(name: string, parent: string | null): TestBox {
  return { name, parent, isFrame: true, width: 120, height: 56, padding: [38, 18, 18, 18] };
}

export function line(from: string, to: string): TestLine {
  return { from, to };
}

/** Boxes and lines that break layouts. Sizes of cards and paddings of frames as diagrams have them. */
export const hostileInputs: Record<string, () => LayoutInput> = {
  "nothing at all": () => layoutInput([]),
  "one card": () => layoutInput([card("a", null)]),
  "an empty frame": () => layoutInput([frame("f", null)]),
  "a frame wider than what it holds": () => layoutInput([{ ...frame("f", null), width: 400 }, card("a", "f")]),
  "boxes of no size": () => layoutInput([{ ...card("a", null), width: 0, height: 0 }, { ...card("b", null), width: 0, height: 0 }], [line("a", "b")]),
  "lines from a box to itself": () => layoutInput([frame("f", null), card("a", "f"), card("b", null)], [line("a", "a"), line("a", "b"), line("a", "a"), line("a", "a"), line("f", "f")]),
  "parallel and opposite lines": () => layoutInput([frame("f", null), card("a", "f"), card("b", null)], [line("a", "b"), line("a", "b"), line("b", "a"), line("b", "a")]),
  "a circle": () => layoutInput(["a", "b", "c"].map((name) => card(name, null)), [line("a", "b"), line("b", "c"), line("c", "a")]),
  "lines to frames, between frames, and from a frame to what it holds": () =>
    layoutInput(
      [frame("f", null), frame("g", "f"), card("a", "g"), card("b", "f"), frame("h", null), card("c", "h"), frame("i", null)],
      [
        line("c", "g"), line("f", "h"), line("f", "a"), line("a", "f"), line("b", "g"), line("i", "g"),
        { ...line("c", "i"), bundle: 4 }, { ...line("h", "b"), bundle: 4, targetFirst: true }, { ...line("a", "a"), bundle: 4 },
      ],
    ),
  "bundles with far numbers": () => layoutInput(["a", "b", "c"].map((name) => card(name, null)), [{ ...line("a", "b"), bundle: 2_000_000_000 }, { ...line("a", "c"), bundle: 2_000_000_000 }, { ...line("b", "c"), bundle: 0 }]),
  "60 frames inside each other": () => nested(60),
  "a hub of 2,000 lines": () => hub(2000),
  "frames of very different sizes": () =>
    layoutInput(
      [1, 2, 3, 40, 5].flatMap((count, index) => [frame(`f${index}`, null), ...Array.from({ length: count }, (_, number) => card(`f${index}-${number}`, `f${index}`))]),
      [line("f0-0", "f3-39"), line("f3-0", "f4-4"), line("f1-0", "f2-0")],
    ),
};

function nested(depth: number): LayoutInput {
  const frames = Array.from({ length: depth }, (_, level) => frame(`f${level}`, level === 0 ? null : `f${level - 1}`));
  return layoutInput([...frames, card("deep", `f${depth - 1}`), card("out", null)], [line("out", "deep")]);
}

function hub(count: number): LayoutInput {
  const spokes = Array.from({ length: count }, (_, index) => `s${index}`);
  return layoutInput([card("hub", null), ...spokes.map((name) => card(name, null))], spokes.map((name, index) => (index % 2 === 0 ? line("hub", name) : line(name, "hub"))));
}

/** Nested frames with cards and lines in all directions, the same each time. */
export function mixed(cards: number): LayoutInput {
  const frames = [frame("r0", null), frame("r1", null), ...["a", "b", "c", "d"].map((name, index) => frame(name, `r${index % 2}`))];
  const homes = ["a", "b", "c", "d", "r0", null];
  const boxes = Array.from({ length: cards }, (_, index) => card(`c${index}`, homes[index % homes.length] ?? null));
  const lines = boxes.flatMap((box, index) => (index % 3 === 2 ? [] : [{ ...line(box.name, `c${(index * 7 + 3) % cards}`), targetFirst: index % 4 === 0, bundle: index % 3 }]));
  return layoutInput([...frames, ...boxes], lines);
}

/** What every layout promises, whatever it is given. `choices` are the options worth running it with. */
export function layoutContract(load: () => Promise<Layout>, choices: readonly JsonObject[] = [{}]): void {
  for (const choice of choices) {
    const named = JSON.stringify(choice);
    for (const [name, make] of Object.entries(hostileInputs)) {
      it(`places ${name} ${named}`, async () => {
        const layout = await load();
        const input = make();
        const placement = await layout.place(input, layout.options.parse(choice), new AbortController().signal);
        expectSound(input, placement);
      });
    }

    it(`gives the same answer twice and leaves its input alone ${named}`, async () => {
      const layout = await load();
      const options = layout.options.parse(choice);
      const [one, other] = [mixed(60), mixed(60)];
      const first = await layout.place(one, options, new AbortController().signal);
      const second = await layout.place(other, options, new AbortController().signal);
      expectSound(one, first);
      expect(second).toEqual(first);
      expect(one).toEqual(other);
    });

    it(`stops when told to ${named}`, async () => {
      const layout = await load();
      await expect(layout.place(mixed(30), layout.options.parse(choice), AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
    });
  }
}

/** Whether lines keep clear of what they do not end at: the packed engine's do. */
export function expectClearRoutes(input: LayoutInput, placement: Placement): void {
  expect(routeProblems(input, placement).slice(0, 20)).toEqual([]);
}

/** Segments that are slanted, below a card, or through the title of a frame that they do not end at. O(segments × boxes). */
export function routeProblems(input: LayoutInput, placement: Placement): string[] {
  const solid = Array.from(input.parent, (_, box) => {
    const place = placeOf(placement, box);
    return { box, isFrame: input.isFrame[box] === 1, ...place, height: input.isFrame[box] === 1 ? at(input.padding, 4 * box) - titleGapPx : place.height };
  });
  const problems: string[] = [];
  for (let line = 0; line < input.from.length; line++) {
    const points = routeOf(placement, line);
    points.slice(1).forEach((to, index) => {
      const from = points[index] ?? to;
      if (from.x !== to.x && from.y !== to.y) problems.push(`line ${line} is slanted`);
      const hit = solid.filter((place) => crosses(from, to, place) && !(place.isFrame && (place.box === input.from[line] || place.box === input.to[line])));
      for (const { box } of hit) problems.push(`line ${line} runs through box ${box}`);
    });
  }
  return problems;
}

/** Of a frame's upper padding, what is below its title. */
const titleGapPx = 10;

function crosses(from: Point, to: Point, box: Point & Size): boolean {
  return (
    Math.min(from.x, to.x) < box.x + box.width - slack &&
    Math.max(from.x, to.x) > box.x + slack &&
    Math.min(from.y, to.y) < box.y + box.height - slack &&
    Math.max(from.y, to.y) > box.y + slack
  );
}

export function placeOf({ x, y, boxWidth, boxHeight }: Placement, box: number): Point & Size {
  return { x: at(x, box), y: at(y, box), width: at(boxWidth, box), height: at(boxHeight, box) };
}

export function routeOf({ points, pointStart }: Placement, line: number): Point[] {
  const [first, end] = [at(pointStart, line), at(pointStart, line + 1)];
  return Array.from({ length: end - first }, (_, index) => ({ x: at(points, 2 * (first + index)), y: at(points, 2 * (first + index) + 1) }));
}

/** Half a pixel of rounding is allowed. */
const slack = 0.5;

/** Everything once, nothing overlapping, children inside, lines from border to border, all within the drawing. */
export function expectSound(input: LayoutInput, placement: Placement): void {
  const [boxes, lines] = [input.parent.length, input.from.length];
  const { x, y, boxWidth, boxHeight, points, pointStart } = placement;
  expect([x, y, boxWidth, boxHeight].map(({ length }) => length)).toEqual([boxes, boxes, boxes, boxes]);
  expect(pointStart.length).toBe(lines + 1);
  expect(points.length).toBe(2 * at(pointStart, lines));
  const problems: string[] = [];
  for (let box = 0; box < boxes; box++) problems.push(...boxProblems(input, placement, box));
  problems.push(...overlaps(input, placement));
  for (let line = 0; line < lines; line++) problems.push(...lineProblems(input, placement, line));
  expect(problems.slice(0, 20)).toEqual([]);
}

function boxProblems(input: LayoutInput, placement: Placement, box: number): string[] {
  const place = placeOf(placement, box);
  const measured = { width: at(input.width, box), height: at(input.height, box) };
  const { x, y, width, height } = place;
  const problems: string[] = [];
  if (![x, y, width, height].every(Number.isFinite)) problems.push(`box ${box} has no finite place`);
  if (width < measured.width - slack || height < measured.height - slack) problems.push(`box ${box} is smaller than measured`);
  if (input.isFrame[box] === 0 && (width > measured.width + slack || height > measured.height + slack)) problems.push(`box ${box} is larger than measured`);
  if (!isWithin(place, { x: 0, y: 0, ...sizeOf(placement) }, [0, 0, 0, 0])) problems.push(`box ${box} is outside the drawing`);
  const parent = at(input.parent, box);
  if (parent >= 0 && !isWithin(place, placeOf(placement, parent), input.padding.subarray(4 * parent, 4 * parent + 4))) problems.push(`box ${box} leaves its frame, ${parent}`);
  return problems;
}

function sizeOf({ width, height }: Placement): Size {
  return { width, height };
}

/** `padding`: top, right, bottom, left. */
function isWithin(place: Point & Size, around: Point & Size, padding: ArrayLike<number>): boolean {
  return (
    place.x >= around.x + at(padding, 3) - slack &&
    place.y >= around.y + at(padding, 0) - slack &&
    place.x + place.width <= around.x + around.width - at(padding, 1) + slack &&
    place.y + place.height <= around.y + around.height - at(padding, 2) + slack
  );
}

/** Sorted by their left side, so that only neighbours are compared. */
function overlaps(input: LayoutInput, placement: Placement): string[] {
  const siblings = new Map<number, number[]>();
  input.parent.forEach((parent, box) => {
    const known = siblings.get(parent);
    if (known === undefined) siblings.set(parent, [box]);
    else known.push(box);
  });
  const problems: string[] = [];
  for (const boxes of siblings.values()) {
    const sorted = boxes.map((box) => ({ box, ...placeOf(placement, box) })).sort((one, other) => one.x - other.x);
    sorted.forEach((one, index) => {
      for (let next = index + 1; next < sorted.length; next++) {
        const other = sorted[next];
        if (other === undefined || other.x >= one.x + one.width - slack) break;
        if (one.y < other.y + other.height - slack && other.y < one.y + one.height - slack) problems.push(`box ${one.box} overlaps box ${other.box}`);
      }
    });
  }
  return problems;
}

function lineProblems(input: LayoutInput, placement: Placement, line: number): string[] {
  const points = routeOf(placement, line);
  const [start, end] = [points[0], points.at(-1)];
  if (start === undefined || end === undefined || points.length < 2) return [`line ${line} has no route`];
  if (!points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return [`line ${line} has a point that is no place`];
  const problems: string[] = [];
  const [from, to] = [at(input.from, line), at(input.to, line)];
  if (!isOnBorder(start, placeOf(placement, from))) problems.push(`line ${line} does not start at box ${from}`);
  if (!isOnBorder(end, placeOf(placement, to))) problems.push(`line ${line} does not end at box ${to}`);
  if (!points.every(({ x, y }) => isWithin({ x, y, width: 0, height: 0 }, { x: 0, y: 0, ...sizeOf(placement) }, [0, 0, 0, 0]))) problems.push(`line ${line} leaves the drawing`);
  return problems;
}

function isOnBorder({ x, y }: Point, box: Point & Size): boolean {
  const within = (value: number, start: number, size: number) => value >= start - slack && value <= start + size + slack;
  const near = (value: number, place: number) => Math.abs(value - place) <= slack;
  return (
    (within(y, box.y, box.height) && (near(x, box.x) || near(x, box.x + box.width))) || (within(x, box.x, box.width) && (near(y, box.y) || near(y, box.y + box.height)))
  );
}
