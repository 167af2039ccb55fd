import { expect, it } from "vitest";
import { takeTurns } from "./take-turns.mjs";

function three() {
  let shown = "";
  const turns = takeTurns((text) => (shown += text));
  return { turns, all: [turns.begin(), turns.begin(), turns.begin()] as const, shown: () => shown };
}

it("writes what is first at once, and the others in their order when it has ended", () => {
  const { all: [first, second, third], shown } = three();
  third.write("C");
  first.write("A");
  second.write("B");
  expect(shown()).toBe("A");
  third.end();
  first.write("a");
  expect(shown()).toBe("Aa");
  first.end();
  expect(shown()).toBe("AaB");
  second.write("b");
  second.end();
  expect(shown()).toBe("AaBbC");
});

it("keeps nothing back when all is stopped", () => {
  const { turns, all: [first, second, third], shown } = three();
  first.write("A");
  second.write("B");
  third.write("C");
  turns.flush();
  turns.flush();
  expect(shown()).toBe("ABC");
});
