import { expect, it } from "vitest";
import { dateOf, expiryMoment, expiryOf } from "./expiry";

const now = new Date(2026, 10, 24, 12).getTime();

it("counts days from now", () => {
  expect(expiryMoment({ choice: "7", date: "" }, now)).toBe(new Date(now + 7 * 86_400_000).toISOString());
  expect(expiryMoment({ choice: "never", date: "2026-12-01" }, now)).toBeNull();
});

it("lasts to the end of a date", () => {
  expect(expiryMoment({ choice: "date", date: "2026-11-24" }, now)).toBe(new Date(2026, 10, 24, 23, 59, 59).toISOString());
});

it.each(["", "2026-11-23", "2026-13-40"])("takes no date that is missing, over or none: %j", (date) => {
  expect(expiryMoment({ choice: "date", date }, now)).toBeUndefined();
});

it("edits the date that a link has", () => {
  const moment = new Date(2026, 11, 1, 9);
  expect(expiryOf(moment.toISOString())).toEqual({ choice: "date", date: "2026-12-01" });
  expect(dateOf(moment)).toBe("2026-12-01");
  expect(expiryOf(null).choice).toBe("never");
});
