import { expect, test } from "vitest";
import { newId, ulid } from "./ulid";

test("is 26 characters of Crockford's alphabet", () => {
  expect(ulid()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test("writes the time as the specification's example does", () => {
  expect(ulid(1469918176385).slice(0, 10)).toBe("01ARYZ6S41");
});

test("sorts by time and does not repeat", () => {
  expect(ulid(1000) < ulid(2000)).toBe(true);
  expect(new Set(Array.from({ length: 5000 }, () => ulid(5))).size).toBe(5000);
});

test("carries its prefix", () => {
  expect(newId("dgm")).toMatch(/^dgm_[0-9A-Z]{26}$/);
});
