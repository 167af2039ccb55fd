import { describe, expect, it } from "vitest";
import { groupingText } from "@/lib/core/view";
import { groupingFrom, optionsFrom } from "./diagram-url";

describe("grouping in an address", () => {
  it("comes back as it was, with the oddest tag keys", () => {
    const grouping = ["tag:a,b", "tag:100%", "region", "type"] as const;
    expect(groupingFrom(groupingText([...grouping]))).toEqual(grouping);
  });

  it("leaves out what is no level", () => {
    expect(groupingFrom("region,nonsense,,tag:")).toEqual(["region"]);
    expect(groupingFrom("%E0%A4%A")).toEqual([]);
  });
});

describe("options in an address", () => {
  it("are an object or nothing", () => {
    expect(optionsFrom('{"engine":"elk"}')).toEqual({ engine: "elk" });
    expect(optionsFrom("[1]")).toBeNull();
    expect(optionsFrom("{")).toBeNull();
  });
});
