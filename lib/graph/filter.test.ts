import { describe, expect, it } from "vitest";
import { CloudVizError } from "../core/error";
import { filterTerm, matches, parseFilter } from "./filter";
import { link } from "./link";
import { select } from "./select";

const [web] = link(
  [
    {
      kind: "resource",
      collector: "test",
      resource: { id: "arn:aws:ec2:us-east-1:1:instance/i-1", provider: "aws", type: "AWS::EC2::Instance", name: 'Web "one"', account: "1", region: "us-east-1", tags: { env: "prod", "odd key": "a b" } },
      aliases: [],
      refs: [],
    },
  ],
  { now: "2026-01-01T00:00:00.000Z" },
).resources;

function holds(text: string): boolean {
  if (web === undefined) throw new Error("the resource was not linked");
  return matches(parseFilter(text), web, ["con_1"]);
}

describe("filter", () => {
  it.each(["", "  ", "type:AWS::EC2::Instance", "type:aws::ec2::*", "region:us-*", "region:US-EAST-?", "web", "WEB", "i-1", "account=1", "tag.env=prod", 'tag."odd key"="a b"', "source:con_1", "provider:aws region:us-* tag.env:p*d", 'name="Web \\"one\\""', "category:compute", "*".length ? "name:**" : ""])(
    "holds: %s",
    (text) => expect(holds(text)).toBe(true),
  );

  it.each(["type=aws::ec2::instance", "region:eu-*", "tag.env=PROD", "tag.none:*", "state:*", "nothing", "provider:aws region:eu-west-1", "tag.constructor:*", "name:a*a*a*a*b"])("does not hold: %s", (text) =>
    expect(holds(text)).toBe(false));

  it.each([
    ['name:"open', /position 1\b/],
    ["web colour:red", /"colour" at position 5/],
    ['web "half', /position 5\b/],
  ])("says where %s cannot be read", (text, message) => {
    expect(() => parseFilter(text)).toThrow(CloudVizError);
    expect(() => parseFilter(text)).toThrow(message);
  });

  it("reads back what it writes", () => {
    for (const value of ["plain", "a b", 'q"uo\\te', "*", "", "türkçe 🚀"]) {
      const [term] = parseFilter(filterTerm("name", value)).terms;
      expect(term && web && term.matches({ ...web, name: value }, [])).toBe(true);
      expect(term && web && term.matches({ ...web, name: `${value}x` }, [])).toBe(false);
    }
  });

  it("matches a glob of many stars in linear time", () => {
    expect(holds(`name:${"*a".repeat(400)}`)).toBe(false);
  });
});

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
