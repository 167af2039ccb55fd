import { expect, test } from "vitest";
import { overlay, type Orphan, type Overlay, type Place } from "@/lib/core/diagram/diagram";
import type { JsonValue } from "@/lib/core/json";
import { mergePatch } from "@/lib/core/merge-patch";
import { seededRandom, type SeededRandom } from "@/lib/scenarios/seeded-random";
import { mergePatchBetween } from "./merge-patch-between";
import { applyPatch, composePatches, effectivePatch, inverse, isEmptyPatch, type OverlayPatch } from "./overlay-patch";

const ids = ["arn:aws:ec2:eu-west-1:1:instance/i-1", "/subscriptions/a/b", "region:eu-west-1", "constructor", "toString", "ümlaut \" quote", "7"];
const seeds = Array.from({ length: 300 }, (_, seed) => seed);

test.each([["an empty overlay", emptyOverlay()]])("%s is untouched by an empty patch", (_, start) => {
  expect(applyPatch(start, {})).toBe(start);
  expect(isEmptyPatch({ places: {}, hidden: {} })).toBe(true);
});

test("a patch, then its inverse, is nothing", () => {
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const start = randomOverlay(random);
    const patch = randomPatch(random);
    expect(applyPatch(applyPatch(start, patch), inverse(start, patch))).toEqual(start);
  }
});

test("two patches in one do what both do in turn", () => {
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const start = randomOverlay(random);
    const [first, second] = [randomPatch(random), randomPatch(random)];
    expect(applyPatch(start, composePatches(first, second))).toEqual(applyPatch(applyPatch(start, first), second));
  }
});

test("only entries that change anything are effective", () => {
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const start = randomOverlay(random);
    const patch = randomPatch(random);
    const effective = effectivePatch(start, patch);
    expect(applyPatch(start, effective)).toEqual(applyPatch(start, patch));
    expect(isEmptyPatch(effectivePatch(applyPatch(start, patch), patch))).toBe(true);
  }
});

test("the merge patch that is sent makes the same overlay on the server", () => {
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const start = randomOverlay(random);
    const after = applyPatch(start, randomPatch(random));
    const sent = mergePatchBetween(start, after);
    expect(overlay.parse(mergePatch(json(start), sent))).toEqual(after);
  }
});

test("parts that a patch does not name stay the same objects", () => {
  const start = randomOverlay(seededRandom(1));
  const after = applyPatch(start, { names: { a: "b" } });
  expect(after.places).toBe(start.places);
  expect(after.hidden).toBe(start.hidden);
  expect(after.names).not.toBe(start.names);
});

test("an id that is called as what every object has is only an id", () => {
  const patch = JSON.parse('{"names":{"__proto__":"x"}}') as OverlayPatch;
  const after = applyPatch(emptyOverlay(), patch);
  expect(Object.keys(after.names)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(after.names)).toBe(Object.prototype);
  expect(inverse(emptyOverlay(), { names: { toString: "x" } })).toEqual({ names: { toString: null } });
});

test("members that are gone are taken away in the merge patch, deep inside too", () => {
  expect(mergePatchBetween({ layout: { id: "a", options: { direction: "down" } } }, { layout: { id: "b", options: {} } })).toEqual({ layout: { id: "b", options: { direction: null } } });
});

export function emptyOverlay(): Overlay {
  return overlay.parse({});
}

function json(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

function randomOverlay(random: SeededRandom): Overlay {
  return {
    places: someOf(random, () => randomPlace(random)),
    names: someOf(random, () => `name ${random.whole(1, 3)}`),
    notes: someOf(random, () => `note ${random.whole(1, 3)}`),
    orphans: someOf(random, () => randomOrphan(random)),
    hidden: ids.filter(() => random.chance(0.4)).sort(),
    collapsed: ids.filter(() => random.chance(0.4)).sort(),
    seenAt: random.chance(0.5) ? null : "2026-11-23T01:00:00.000Z",
  };
}

function randomPatch(random: SeededRandom): OverlayPatch {
  const orNull = <Value>(make: () => Value) => () => (random.chance(0.4) ? null : make());
  return {
    ...(random.chance(0.7) ? { places: someOf(random, orNull(() => randomPlace(random))) } : {}),
    ...(random.chance(0.5) ? { names: someOf(random, orNull(() => `name ${random.whole(1, 3)}`)) } : {}),
    ...(random.chance(0.5) ? { notes: someOf(random, orNull(() => `note ${random.whole(1, 3)}`)) } : {}),
    ...(random.chance(0.5) ? { orphans: someOf(random, orNull(() => randomOrphan(random))) } : {}),
    ...(random.chance(0.5) ? { hidden: someOf(random, orNull(() => true as const)) } : {}),
    ...(random.chance(0.5) ? { collapsed: someOf(random, orNull(() => true as const)) } : {}),
    ...(random.chance(0.3) ? { seenAt: random.chance(0.5) ? null : "2026-11-23T02:00:00.000Z" } : {}),
  };
}

function randomPlace(random: SeededRandom): Place {
  return { x: random.whole(-5, 5), y: random.whole(-5, 5), pinned: random.chance(0.5) };
}

/** Any of its members may be missing, so that one orphan over another has to take members away. */
function randomOrphan(random: SeededRandom): Orphan {
  return {
    name: `was ${random.whole(1, 3)}`,
    type: "AWS::S3::Bucket",
    ...(random.chance(0.5) ? { place: randomPlace(random) } : {}),
    ...(random.chance(0.5) ? { isHidden: true } : {}),
    ...(random.chance(0.5) ? { note: `note ${random.whole(1, 3)}` } : {}),
  };
}

function someOf<Value>(random: SeededRandom, make: () => Value): Record<string, Value> {
  return Object.fromEntries(ids.filter(() => random.chance(0.5)).map((id) => [id, make()]));
}
