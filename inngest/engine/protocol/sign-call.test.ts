import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { signCall } from "./sign-call";

const at = Date.parse("2026-11-23T12:00:00.900Z");

test("a signature is over the canonical body and the second, under the key without its prefix", () => {
  const expected = createHmac("sha256", "0011").update('{"a":[1,2],"b":"é"}1795435200').digest("hex");
  expect(signCall({ b: "é", a: [1, 2] }, "signkey-prod-0011", at)).toBe(`t=1795435200&s=${expected}`);
});

test("what is left out of JSON is left out of the signature", () => {
  expect(signCall({ a: 1, b: undefined }, "0011", at)).toBe(signCall({ a: 1 }, "signkey-test-0011", at));
});
