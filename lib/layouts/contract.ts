import { expect, it } from "vitest";
import type { JsonObject } from "../core/json";
import type { LayoutBox, LayoutInput, PlacedBox, Placement, Point } from "../scene/placement";
import type { Layout } from "./layout";

/** Boxes and lines that break layouts. Sizes of cards and paddings of frames as scenes have them. */
export const hostileInputs: Record<string, () => LayoutInput> = {
  "nothing at all": () => ({ boxes: [], lines: [] }),
  "one card": () => ({ boxes: [card("a", null)], lines: [] }),
  "an empty frame": () => ({ boxes: [frame("f", null)], lines: [] }),
  "a frame wider than what it holds": () => ({ boxes: [{ ...frame("f", null), width: 400 }, card("a", "f")], lines: [] }),
  "lines from a box to itself": () => ({ boxes: [card("a", null), card("b", null)], lines: [line("1", "a", "a"), line("2", "a", "b"), line("3", "a", "a")] }),
  "parallel and opposite lines": () => ({
    boxes: [frame("f", null), card("a", "f"), card("b", null)],
    lines: [line("1", "a", "b"), line("2", "a", "b"), line("3", "b", "a"), line("4", "b", "a")],
  }),
  "a circle": () => ({ boxes: ["a", "b", "c"].map((id) => card(id, null)), lines: [line("1", "a", "b"), line("2", "b", "c"), line("3", "c", "a")] }),
  "lines to frames, between frames, and from a frame to what it holds": () => ({
    boxes: [frame("f", null), frame("g", "f"), card("a", "g"), card("b", "f"), frame("h", null), card("c", "h"), frame("i", null)],
    lines: [
      line("1", "c", "g"), line("2", "f", "h"), line("3", "f", "a"), line("4", "a", "f"), line("5", "b", "g"), line("6", "i", "g"),
      { ...line("7", "c", "i"), bundle: "x" }, { ...line("8", "h", "b"), bundle: "x", targetFirst: true }, { ...line("9", "a", "a"), bundle: "x" },
    ],
  }),
  "names that are traps": () => {
    const names = ["__proto__", "constructor", "", " ", "n1", "root", "a\u0000b", "مرحبا", "\"><script>", "x".repeat(5000)];
    return { boxes: names.map((name) => card(name, null)), lines: names.map((name, index) => line(`${name}${index}`, name, names[(index + 1) % names.length] ?? name)) };
  },
  "60 frames inside each other": () => nested(60),
  "a hub of 2,000 lines": () => hub(2000),
  "frames of very different sizes": () => ({
    boxes: [1, 2, 3, 40, 5].flatMap((count, index) => [frame(`f${index}`, null), ...Array.from({ length: count }, (_, number) => card(`f${index}-${number}`, `f${index}`))]),
    lines: [line("1", "f0-0", "f3-39"), line("2", "f3-0", "f4-4"), line("3", "f1-0", "f2-0")],
  }),
};

/** Whether lines keep clear of what they do not end at: the packed engine's do. */
export function expectClearRoutes(input: LayoutInput, placement: Placement): void {
  expect(routeProblems(input, placement).slice(0, 20)).toEqual([]);
}

/** Segments that are slanted, below a card, or through the title of a frame that they do not end at. O(segments × boxes). */
export function routeProblems({ boxes, lines }: LayoutInput, placement: Placement): string[] {
  const places = new Map(placement.boxes.map((box) => [box.id, box]));
  const ends = new Map(lines.map((line) => [line.id, line]));
  const solid = boxes.flatMap((box) => {
    const place = places.get(box.id);
    return place === undefined ? [] : [{ ...place, height: box.isFrame ? box.padding.top - titleGapPx : place.height, isFrame: box.isFrame }];
  });
  return placement.lines.flatMap(({ id, points }) =>
    points.slice(1).flatMap((to, index) => {
      const from = points[index] ?? to;
      const own = ends.get(id);
      const hit = solid.filter((box) => crosses(from, to, box) && !(box.isFrame && (box.id === own?.from || box.id === own?.to)));
      return [...(from.x === to.x || from.y === to.y ? [] : [`line ${id} is slanted`]), ...hit.map((box) => `line ${id} runs through ${box.id}`)];
    }),
  );
}

/** Of a frame's upper padding, what is below its title. */
const titleGapPx = 10;

function crosses(from: Point, to: Point, box: PlacedBox): boolean {
  return (
    Math.min(from.x, to.x) < box.x + box.width - slack &&
    Math.max(from.x, to.x) > box.x + slack &&
    Math.min(from.y, to.y) < box.y + box.height - slack &&
    Math.max(from.y, to.y) > box.y + slack
  );
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

export function card(id: string, parent: string | null): LayoutBox {
  return { id, parent, isFrame: false, width: 220, height: 64, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
}

export function frame(id: string, parent: string | null): LayoutBox {
  return { id, parent, isFrame: true, width: 120, height: 56, padding: { top: 38, right: 18, bottom: 18, left: 18 } };
}

export function line(id: string, from: string, to: string) {
  return { id, from, to };
}

function nested(depth: number): LayoutInput {
  const frames = Array.from({ length: depth }, (_, level) => frame(`f${level}`, level === 0 ? null : `f${level - 1}`));
  return { boxes: [...frames, card("deep", `f${depth - 1}`), card("out", null)], lines: [line("1", "out", "deep")] };
}

function hub(count: number): LayoutInput {
  const spokes = Array.from({ length: count }, (_, index) => `s${index}`);
  return { boxes: [card("hub", null), ...spokes.map((id) => card(id, null))], lines: spokes.map((id, index) => (index % 2 === 0 ? line(id, "hub", id) : line(id, id, "hub"))) };
}

/** Nested frames with cards and lines in all directions, the same each time. */
export function mixed(cards: number): LayoutInput {
  const frames = [frame("r0", null), frame("r1", null), ...["a", "b", "c", "d"].map((id, index) => frame(id, `r${index % 2}`))];
  const homes = ["a", "b", "c", "d", "r0", null];
  const boxes = Array.from({ length: cards }, (_, index) => card(`c${index}`, homes[index % homes.length] ?? null));
  const lines = boxes.flatMap((box, index) => (index % 3 === 2 ? [] : [{ ...line(`l${index}`, box.id, `c${(index * 7 + 3) % cards}`), targetFirst: index % 4 === 0, bundle: `kind ${index % 3}` }]));
  return { boxes: [...frames, ...boxes], lines };
}

/** Half a pixel of rounding is allowed. */
const slack = 0.5;

/** Everything once, nothing overlapping, children inside, lines from border to border, all within the drawing. */
export function expectSound(input: LayoutInput, placement: Placement): void {
  expect(placement.boxes.map(({ id }) => id).sort()).toEqual(input.boxes.map(({ id }) => id).sort());
  expect(placement.lines.map(({ id }) => id).sort()).toEqual(input.lines.map(({ id }) => id).sort());
  const places = new Map(placement.boxes.map((box) => [box.id, box]));
  const problems: string[] = [];
  const paddings = new Map(input.boxes.map(({ id, padding }) => [id, padding]));
  for (const box of input.boxes) problems.push(...boxProblems(box, (box.parent === null ? undefined : paddings.get(box.parent)) ?? noPadding, places, placement));
  problems.push(...overlaps(input, places));
  const routes = new Map(placement.lines.map(({ id, points }) => [id, points]));
  for (const { id, from, to } of input.lines) problems.push(...lineProblems(id, routes.get(id) ?? [], places.get(from), places.get(to)));
  expect(problems.slice(0, 20)).toEqual([]);
}

const noPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/** `padding` is that of the box's frame. */
function boxProblems(box: LayoutBox, padding: LayoutBox["padding"], places: ReadonlyMap<string, PlacedBox>, placement: Placement): string[] {
  const place = places.get(box.id);
  if (place === undefined) return [`${box.id} is missing`];
  const { x, y, width, height } = place;
  const problems: string[] = [];
  if (![x, y, width, height].every(Number.isFinite)) problems.push(`${box.id} has no finite place`);
  if (width < box.width - slack || height < box.height - slack) problems.push(`${box.id} is smaller than measured`);
  if (!box.isFrame && (width > box.width + slack || height > box.height + slack)) problems.push(`${box.id} is larger than measured`);
  if (x < -slack || y < -slack || x + width > placement.width + slack || y + height > placement.height + slack) problems.push(`${box.id} is outside the drawing`);
  const frame = box.parent === null ? undefined : places.get(box.parent);
  if (frame !== undefined && !isInside(place, frame, padding)) problems.push(`${box.id} leaves its frame`);
  return problems;
}

function isInside(place: PlacedBox, frame: PlacedBox, { top, right, bottom, left }: LayoutBox["padding"]): boolean {
  return (
    place.x >= frame.x + left - slack &&
    place.y >= frame.y + top - slack &&
    place.x + place.width <= frame.x + frame.width - right + slack &&
    place.y + place.height <= frame.y + frame.height - bottom + slack
  );
}

/** Sorted by their left side, so that only neighbours are compared. */
function overlaps(input: LayoutInput, places: ReadonlyMap<string, PlacedBox>): string[] {
  const siblings = new Map<string | null, PlacedBox[]>();
  for (const { id, parent } of input.boxes) {
    const place = places.get(id);
    if (place !== undefined) siblings.set(parent, [...(siblings.get(parent) ?? []), place]);
  }
  const problems: string[] = [];
  for (const group of siblings.values()) {
    group.sort((one, other) => one.x - other.x);
    group.forEach((one, index) => {
      for (let next = index + 1; next < group.length; next++) {
        const other = group[next];
        if (other === undefined || other.x >= one.x + one.width - slack) break;
        if (one.y < other.y + other.height - slack && other.y < one.y + one.height - slack) problems.push(`${one.id} overlaps ${other.id}`);
      }
    });
  }
  return problems;
}

function lineProblems(id: string, points: readonly Point[], from: PlacedBox | undefined, to: PlacedBox | undefined): string[] {
  const [start, end] = [points[0], points.at(-1)];
  if (start === undefined || end === undefined || points.length < 2 || from === undefined || to === undefined) return [`line ${id} has no route`];
  if (!points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return [`line ${id} has a point that is no place`];
  const problems: string[] = [];
  if (!isOnBorder(start, from)) problems.push(`line ${id} does not start at ${from.id}`);
  if (!isOnBorder(end, to)) problems.push(`line ${id} does not end at ${to.id}`);
  return problems;
}

function isOnBorder({ x, y }: Point, box: PlacedBox): boolean {
  const within = (value: number, start: number, size: number) => value >= start - slack && value <= start + size + slack;
  const at = (value: number, place: number) => Math.abs(value - place) <= slack;
  return (
    (within(y, box.y, box.height) && (at(x, box.x) || at(x, box.x + box.width))) || (within(x, box.x, box.width) && (at(y, box.y) || at(y, box.y + box.height)))
  );
}
