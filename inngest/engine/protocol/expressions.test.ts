import { expect, test } from "vitest";
import { evaluate, isExpression, isMatch } from "./expressions";

const event = { name: "go", data: { id: "x", n: 2, list: ["a"], nothing: null } };

test("values, as a function's keys have them", () => {
  expect(evaluate("event.data.id", { event })).toBe("x");
  expect(evaluate('event.data.id + "-" + event.name', { event })).toBe("x-go");
  expect(evaluate("event.data.nothing", { event })).toBeNull();
});

test.each<[string | null, boolean]>([
  [null, true],
  ['event.data.id == "x"', true],
  ["event.data.n > 1 && event.data.n < 3", true],
  ["event.data.n > 2", false],
  ["event.data.id == async.data.id", true],
  ["has(event.data.none)", false],
  ['"a" in event.data.list', true],
  // A name that is not there, and what is no truth value, are false.
  ["event.data.none == 1", false],
  ["event.data.none.deeper == 1", false],
  ["event.data.id", false],
  ["event.data.id > 1", false],
])("%s is %s", (expression, expected) => expect(isMatch(expression, { event, async: { data: { id: "x" } } })).toBe(expected));

test("what is an expression is known without an event", () => {
  expect([isExpression("event.data.id == 1"), isExpression("event.data.id =="), isExpression("")]).toEqual([true, false, false]);
});
