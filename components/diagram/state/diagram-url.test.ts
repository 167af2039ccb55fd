import { describe, expect, it } from "vitest";
import { optionsFrom } from "./diagram-url";

describe("options in an address", () => {
  it("are an object or nothing", () => {
    expect(optionsFrom('{"engine":"elk"}')).toEqual({ engine: "elk" });
    expect(optionsFrom("[1]")).toBeNull();
    expect(optionsFrom("{")).toBeNull();
  });
});
