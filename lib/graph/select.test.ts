import { describe, expect, it } from "vitest";
import { parseFilter } from "./filter";
import { link } from "./link";
import { select } from "./select";

describe("select", () => {
  const inventory = link(
    [
      { kind: "resource", collector: "t", resource: { id: "vpc", provider: "aws", type: "AWS::EC2::VPC", name: "vpc", account: "1", region: "r" }, aliases: [], refs: [] },
      { kind: "resource", collector: "t", resource: { id: "vm", provider: "aws", type: "AWS::EC2::Instance", name: "vm", account: "1", region: "r" }, aliases: [], refs: [{ kind: "contains", target: "vpc", path: "p", direction: "in" }, { kind: "assumes", target: "gone", path: "p" }] },
      { kind: "resource", collector: "t", resource: { id: "other", provider: "aws", type: "AWS::S3::Bucket", name: "other", account: "1", region: "r" }, aliases: [], refs: [] },
    ],
    { now: "2026-01-01T00:00:00.000Z" },
  );

  it("keeps the frames around a match and the outside nodes it touches, and counts only matches", () => {
    const selection = select({ ...inventory, sources: new Map() }, parseFilter("type:*Instance"));
    expect(selection.resources.map(({ id }) => id)).toEqual(["vpc", "vm", "outside:gone"]);
    expect(selection.edges).toHaveLength(2);
    expect(selection).toMatchObject({ matched: 1, total: 3 });
  });
});
