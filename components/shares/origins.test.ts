import { expect, it } from "vitest";
import { originsOf } from "./origins";

it("reads origins one a line, once each, without what is behind them", () => {
  expect(originsOf("https://wiki.example.com/some/page\n https://wiki.example.com, http://localhost:3000\n\n")).toEqual(["https://wiki.example.com", "http://localhost:3000"]);
  expect(originsOf(" \n")).toEqual([]);
  expect(originsOf("wiki")).toEqual(["wiki"]);
});
