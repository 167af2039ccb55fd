import { expect, test } from "vitest";
import { delayMs, retryAfterMs } from "./duration";

const now = Date.parse("2026-11-23T12:00:00Z");

test.each([
  ["", 0],
  ["0s", 0],
  ["5s", 5_000],
  ["1d12h", 129_600_000],
  ["1w2d3h4m5s", 788_645_000],
  ["2026-11-23T12:00:07Z", 7_000],
  ["2026-11-23T13:00:00+01:00", 0],
  ["2020-01-01T00:00:00.000Z", 0],
])("%s is %d ms from now", (text, ms) => expect(delayMs(text, now)).toBe(ms));

test.each(["5", "5 s", "5x", "-5s", "1.5h", "tomorrow", "2026-13-01T00:00:00Z"])("%s is neither a duration nor a date", (text) => expect(delayMs(text, now)).toBeNull());

test.each([
  [null, null],
  ["7", 7_000],
  ["2026-11-23T12:01:00.000Z", 60_000],
  ["soon", null],
])("retry-after %s", (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
