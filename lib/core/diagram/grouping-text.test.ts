import { describe, expect, it } from "vitest";
import { groupKey } from "./diagram";
import { attributeLevels, groupLevels, isGroupKey } from "./group-levels";
import { groupingFrom, groupingText } from "./grouping-text";

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

it("takes the same levels without a schema as with it", () => {
  const words = [...groupLevels, ...attributeLevels, "tag:env", "tag:a\nb", `tag:${"x".repeat(128)}`, `tag:${"x".repeat(129)}`, "tag:", "tag", "resource", "Region", "", "none"];
  expect(words.filter(isGroupKey)).toEqual(words.filter((word) => groupKey.safeParse(word).success));
});
