import { expect, test } from "vitest";
import { duration } from "./words";

const start = "2026-01-02T03:04:05.000Z";
const after = (ms: number) => duration(start, new Date(Date.parse(start) + ms).toISOString());

test("a duration has tenths while they matter, and never 60 seconds", () => {
  expect([0, 1_449, 9_949, 9_950, 59_499, 59_700, 119_700, -5].map(after)).toEqual(["0.0 s", "1.4 s", "9.9 s", "10 s", "59 s", "1 min 0 s", "2 min 0 s", "0.0 s"]);
});
