import { expect, test } from "vitest";
import { readRetryAfter, retryDelayMs, retryDelaysMs } from "./retry-delay";

const hourMs = 3_600_000;

test("ten attempts in three days, each a little later than planned", () => {
  expect(retryDelaysMs.map((ms) => ms / 1000)).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  expect(retryDelayMs(1, null, { random: 0 })).toBe(5000);
  expect(retryDelayMs(1, null, { random: 1 })).toBe(5500);
  expect(retryDelayMs(9, null, { random: 0 })).toBe(24 * hourMs);
  expect(retryDelayMs(10, null)).toBeNull();
});

test("a receiver may have us wait longer, not shorter and not for ever", () => {
  expect(retryDelayMs(1, 60_000, { random: 0 })).toBe(60_000);
  expect(retryDelayMs(2, 1000, { random: 0 })).toBe(300_000);
  expect(retryDelayMs(1, 1000 * hourMs, { random: 0 })).toBe(24 * hourMs);
  expect(retryDelayMs(10, 60_000)).toBeNull();
});

test("Retry-After is seconds or a date", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  expect(readRetryAfter("120", now)).toBe(120_000);
  expect(readRetryAfter("Mon, 23 Nov 2026 12:01:00 GMT", now)).toBe(60_000);
  expect(readRetryAfter("Mon, 23 Nov 2026 11:00:00 GMT", now)).toBe(0);
  for (const nothing of [undefined, "", "soon", "-5x"]) expect(readRetryAfter(nothing, now)).toBeNull();
});
