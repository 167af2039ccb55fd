import { describe, expect, it } from "vitest";
import { hold, type KeptPlaces, type LayoutInput, type Placement } from "../../scene/layout-input";
import { seededRandom, type SeededRandom } from "../../scenarios/seeded-random";
import type { Size } from "../../scene/placement";
import { at } from "../box-tree";
import { card, expectClearRoutes, expectSound, frame, layoutInput, line, mixed, placeOf, routeOf, type TestBox, type TestLine } from "../contract";
import { placeInProcess } from "../index";
import type { LineRouting } from "../layout";
import { keepPlaces } from "./keep-places";

const signal = new AbortController().signal;

function packed(input: LayoutInput): Promise<Placement> {
  return placeInProcess(input, { id: "hierarchical", options: { engine: "packed" } }, signal);
}

/** Places from the corner of the frame around each box. */
function relative({ parent }: Pick<LayoutInput, "parent">, { x, y }: Pick<Placement, "x" | "y">): Pick<KeptPlaces, "x" | "y"> {
  const from = (values: Float64Array) => values.map((value, box) => (at(parent, box) < 0 ? value : value - at(values, at(parent, box))));
  return { x: from(x), y: from(y) };
}

/** All kept where they are. */
function keptAsPlaced(input: LayoutInput, placement: Placement): KeptPlaces {
  return { ...relative(input, placement), hold: new Uint8Array(input.parent.length).fill(hold.kept) };
}

function randomBoxes(random: SeededRandom, count: number): TestBox[] {
  const boxes: TestBox[] = [];
  const frames: string[] = [];
  for (let number = 0; number < count; number++) {
    const parent = random.chance(0.2) ? null : (random.any(frames) ?? null);
    const name = `b${number}`;
    if (random.chance(0.25)) {
      frames.push(name);
      boxes.push({ ...frame(name, parent), width: random.whole(60, 400) });
    } else {
      boxes.push({ ...card(name, parent), width: random.whole(40, 260), height: random.whole(20, 100) });
    }
  }
  return boxes;
}

function randomLines(random: SeededRandom, boxes: readonly TestBox[]): TestLine[] {
  return Array.from({ length: boxes.length }, () => ({ ...line(random.any(boxes)?.name ?? "", random.any(boxes)?.name ?? ""), bundle: random.whole(-1, 2) }));
}

describe("keepPlaces", () => {
  it("gives back the very placement when nothing is held, or everything where it stands", async () => {
    const input = mixed(60);
    const placement = await packed(input);
    expect(keepPlaces(input, placement, "channels")).toBe(placement);
    expect(keepPlaces({ ...input, kept: keptAsPlaced(input, placement) }, placement, "channels")).toBe(placement);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))("is sound, and changes nothing when applied to its own result: seed %i", async (seed) => {
    const random = seededRandom(seed);
    const boxes = randomBoxes(random, random.whole(2, 60));
    const input = layoutInput(boxes, randomLines(random, boxes));
    const placement = await packed(input);
    const standing = relative(input, placement);
    const near = (value: number) => (random.chance(0.5) ? value : value + random.whole(-300, 300));
    const kept: KeptPlaces = {
      x: standing.x.map(near),
      y: standing.y.map(near),
      hold: Uint8Array.from(boxes, () => random.pick([hold.free, hold.kept, hold.kept, hold.pinned])),
    };
    const style = random.pick<LineRouting>(["channels", "straight"]);
    const held = { ...input, kept };
    const result = keepPlaces(held, placement, style);
    expectSound(held, result);
    expect(keepPlaces(held, result, style)).toEqual(result);
    // Nothing is in the way of anything any more, so nothing moves when all is held where it stands.
    const standingHold = kept.hold.map((own) => (own === hold.pinned ? own : hold.kept));
    expect(keepPlaces({ ...input, kept: { ...keptAsPlaced(input, result), hold: standingHold } }, result, style)).toEqual(result);
  });

  it("puts pinned boxes exactly where they were put, and grows their frames", async () => {
    const input = layoutInput([frame("f", null), card("a", "f"), card("b", "f"), card("c", null)], [line("a", "c"), line("b", "c")]);
    const placement = await packed(input);
    const kept = keptAsPlaced(input, placement);
    kept.hold[1] = hold.pinned;
    kept.x[1] = 700;
    kept.y[1] = 500;
    const result = keepPlaces({ ...input, kept }, placement, "channels");
    expectSound(input, result);
    expect(at(result.x, 1) - at(result.x, 0)).toBe(700);
    expect(at(result.y, 1) - at(result.y, 0)).toBe(500);
    expect(at(result.boxWidth, 0)).toBeGreaterThanOrEqual(700 + 220 + 18);
    expect(placeOf(result, 2)).toEqual(placeOf(placement, 2));
  });

  it("keeps pinned boxes inside the padding of their frame, and shifts the drawing for negative places", async () => {
    const input = layoutInput([frame("f", null), card("a", "f"), card("b", null)]);
    const placement = await packed(input);
    const kept: KeptPlaces = { x: Float64Array.of(0, -50, -300), y: Float64Array.of(0, -50, 200), hold: new Uint8Array(3).fill(hold.pinned) };
    const result = keepPlaces({ ...input, kept }, placement, "channels");
    expectSound(input, result);
    expect([at(result.x, 1) - at(result.x, 0), at(result.y, 1) - at(result.y, 0)]).toEqual([18, 38]);
    expect([at(result.x, 2), at(result.x, 0)]).toEqual([0, 300]);
  });

  it("moves what is pinned later when two pinned boxes overlap, and only as far as it must", () => {
    const input = layoutInput([card("a", null), card("b", null)]);
    const kept: KeptPlaces = { x: Float64Array.of(100, 120), y: Float64Array.of(100, 150), hold: new Uint8Array(2).fill(hold.pinned) };
    const result = keepPlaces({ ...input, kept }, apart(input), "channels");
    expect(placeOf(result, 0)).toMatchObject({ x: 100, y: 100 });
    expect(placeOf(result, 1)).toMatchObject({ x: 120, y: 180 });
  });

  it("moves only what a pinned box was dropped on", async () => {
    const boxes = Array.from({ length: 30 }, (_, index) => card(`c${index}`, null));
    const input = layoutInput(boxes);
    const placement = await packed(input);
    const kept = keptAsPlaced(input, placement);
    kept.hold[0] = hold.pinned;
    kept.x[0] = at(kept.x, 17) + 10;
    kept.y[0] = at(kept.y, 17) + 4;
    const result = keepPlaces({ ...input, kept }, placement, "channels");
    expectSound(input, result);
    const moved = boxes.map((_, box) => box).filter((box) => box > 0 && (at(result.x, box) !== at(placement.x, box) || at(result.y, box) !== at(placement.y, box)));
    expect(moved.length).toBeLessThanOrEqual(2);
    expect(moved).toContain(17);
  });

  it("pushes siblings aside for a frame that has grown, in their order", () => {
    const input = layoutInput([{ ...frame("f", null), width: 900, height: 300 }, frame("g", null), frame("h", null), card("c", null)].map((box) => ({ ...box })));
    const kept: KeptPlaces = { x: Float64Array.of(0, 140, 280, 0), y: Float64Array.of(0, 0, 0, 400), hold: new Uint8Array(4).fill(hold.kept) };
    const result = keepPlaces({ ...input, kept }, apart(input), "channels");
    expectSound(input, result);
    expect(placeOf(result, 0)).toMatchObject({ x: 0, y: 0 });
    expect(placeOf(result, 3)).toMatchObject({ x: 0, y: 400 });
  });

  it("places new boxes beside what they are tied to", async () => {
    const boxes = [...Array.from({ length: 9 }, (_, index) => card(`c${index}`, null)), card("new", null)];
    const input = layoutInput(boxes, [line("c8", "new")]);
    const kept: KeptPlaces = { x: Float64Array.from(boxes, (_, index) => 260 * (index % 3)), y: Float64Array.from(boxes, (_, index) => 90 * Math.floor(index / 3)), hold: Uint8Array.from(boxes, ({ name }) => (name === "new" ? hold.free : hold.kept)) };
    const placement = apart(input);
    placement.x[9] = 0;
    placement.y[9] = 0;
    const result = keepPlaces({ ...input, kept }, placement, "channels");
    expectSound(input, result);
    const [own, tied] = [placeOf(result, 9), placeOf(result, 8)];
    expect(Math.abs(own.x - tied.x) + Math.abs(own.y - tied.y)).toBeLessThan(300);
  });

  it("keeps the ways of lines that nothing came near, and leads the others around cards", async () => {
    const input = mixed(60);
    const placement = await packed(input);
    const kept = keptAsPlaced(input, placement);
    kept.hold[20] = hold.pinned;
    kept.x[20] = at(kept.x, 20) + 500;
    kept.y[20] = at(kept.y, 20) + 180;
    const result = keepPlaces({ ...input, kept }, placement, "channels");
    expectSound(input, result);
    expectClearRoutes(input, result);
    const same = Array.from(input.from, (_, number) => number).filter((number) => JSON.stringify(routeOf(result, number)) === JSON.stringify(routeOf(placement, number)));
    expect(same.length).toBeGreaterThan(input.from.length / 2);
  });

  it.each([1, 2, 3, 4])("survives a change of a fifth of the boxes: seed %i", async (seed) => {
    const random = seededRandom(seed);
    const before = randomBoxes(random, 150);
    const beforeInput = layoutInput(before, randomLines(random, before));
    const standing = relative(beforeInput, await packed(beforeInput));
    const gone = new Set(before.filter(({ isFrame }) => !isFrame && random.chance(0.2)).map(({ name }) => name));
    const survivors = before.filter(({ name }) => !gone.has(name));
    const homes = survivors.filter(({ isFrame }) => isFrame).map(({ name }) => name);
    const after = [...survivors, ...Array.from({ length: 30 }, (_, number) => card(`new ${number}`, random.any(homes) ?? null))];
    const input = layoutInput(after, randomLines(random, after));
    const numbers = new Map(before.map(({ name }, number) => [name, number]));
    const kept: KeptPlaces = {
      x: Float64Array.from(after, ({ name }) => at(standing.x, numbers.get(name) ?? -1)),
      y: Float64Array.from(after, ({ name }) => at(standing.y, numbers.get(name) ?? -1)),
      hold: Uint8Array.from(after, ({ name }) => (!numbers.has(name) ? hold.free : random.chance(0.3) ? hold.pinned : hold.kept)),
    };
    const result = keepPlaces({ ...input, kept }, await packed(input), "channels");
    expectSound(input, result);
    const now = relative(input, result);
    const isInPlace = (box: number) => Math.abs(at(now.x, box) - at(kept.x, box)) < 0.01 && Math.abs(at(now.y, box) - at(kept.y, box)) < 0.01;
    // A pinned frame may have grown over what is pinned beside it.
    const isCovered = (box: number) =>
      after.some((_, other) => other < box && at(input.parent, other) === at(input.parent, box) && at(kept.hold, other) === hold.pinned && covers(at(now.x, other), at(now.y, other), placeOf(result, other), at(kept.x, box), at(kept.y, box), placeOf(result, box)));
    const pinned = after.map((_, box) => box).filter((box) => at(kept.hold, box) === hold.pinned && !isCovered(box));
    expect(pinned.length).toBeGreaterThan(15);
    expect(pinned.filter((box) => !isInPlace(box))).toEqual([]);
    // Cards keep their places unless a frame has grown: most frames did not.
    const keptBoxes = after.map((_, box) => box).filter((box) => at(kept.hold, box) === hold.kept);
    expect(keptBoxes.filter(isInPlace).length).toBeGreaterThan(0.7 * keptBoxes.length);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))("leaves a gap beside a frame that has grown: seed %i", async (seed) => {
    const random = seededRandom(seed);
    const boxes = randomBoxes(random, 40);
    const input = layoutInput(boxes, randomLines(random, boxes));
    const placement = await packed(input);
    const kept = keptAsPlaced(input, placement);
    const moved = random.whole(0, boxes.length - 1);
    kept.hold[moved] = hold.pinned;
    kept.x[moved] = at(kept.x, moved) + random.whole(-200, 300);
    kept.y[moved] = at(kept.y, moved) + random.whole(-120, 200);
    const result = keepPlaces({ ...input, kept }, placement, "channels");
    expectSound(input, result);
    expect(tooNear(input, result, moved).filter((pair) => !tooNear(input, placement, moved).includes(pair))).toEqual([]);
  });

  it("drops places that are none", async () => {
    const input = mixed(12);
    const placement = await packed(input);
    const kept: KeptPlaces = { x: new Float64Array(18).fill(Number.NaN), y: new Float64Array(18).fill(Infinity), hold: new Uint8Array(18).fill(hold.pinned) };
    expectSound(input, keepPlaces({ ...input, kept }, placement, "channels"));
  });

  it("keeps 10,000 siblings", async () => {
    const boxes = Array.from({ length: 10_000 }, (_, index) => card(`c${index}`, null));
    const input = layoutInput(boxes);
    const placement = apart(input);
    const kept = keptAsPlaced(input, placement);
    for (let box = 0; box < 10_000; box += 10) kept.hold[box] = hold.free;
    kept.hold[5] = hold.pinned;
    kept.x[5] = 5000;
    expectSound(input, keepPlaces({ ...input, kept }, placement, "channels"));
  });
});

/** Siblings with less than 14 px between them, other than those of the box that was put there. */
function tooNear(input: LayoutInput, placement: Placement, moved: number): string[] {
  const boxes = Array.from(input.parent.keys()).filter((box) => box !== moved);
  return boxes.flatMap((one) =>
    boxes
      .filter((other) => other > one && at(input.parent, other) === at(input.parent, one))
      .filter((other) => {
        const [a, b] = [placeOf(placement, one), placeOf(placement, other)];
        return covers(a.x - 13.5, a.y - 13.5, { width: a.width + 27, height: a.height + 27 }, b.x, b.y, b);
      })
      .map((other) => `${one} ${other}`),
  );
}

function covers(x: number, y: number, size: Size, otherX: number, otherY: number, otherSize: Size): boolean {
  return x < otherX + otherSize.width && otherX < x + size.width && y < otherY + otherSize.height && otherY < y + size.height;
}

/** In columns of 100, wide apart, without a layout; lines are short stubs that must be routed. */
function apart({ width, height, from }: LayoutInput): Placement {
  const rows = 100;
  const x = width.map((_, box) => Math.floor(box / rows) * 1000);
  const y = height.map((_, box) => (box % rows) * 400);
  const points = Float64Array.from({ length: 4 * from.length }, () => 0);
  return { width: 1000 * Math.ceil(width.length / rows), height: 400 * rows, x, y, boxWidth: width.slice(), boxHeight: height.slice(), points, pointStart: Int32Array.from({ length: from.length + 1 }, (_, number) => 2 * number) };
}
