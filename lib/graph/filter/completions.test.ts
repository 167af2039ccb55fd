import { describe, expect, it } from "vitest";
import { hostileNames } from "../../scenarios/hostile-names";
import { seededRandom } from "../../scenarios/seeded-random";
import { completions, type Vocabulary } from "./completions";
import { parseFilter } from "./parse-filter";

const value = (name: string, count: number, label?: string) => ({ value: name, count, ...(label === undefined ? {} : { label }) });
const vocabulary: Vocabulary = {
  keys: [
    { key: "type", count: 9, values: [value("AWS::S3::Bucket", 5, "S3 bucket"), value("AWS::EC2::Instance", 4, "EC2 instance")], hasMore: false },
    { key: "region", count: 9, values: [value("us-east-1", 6), value("eu-west-1", 3)], hasMore: false },
    { key: "zone", count: 0, values: [], hasMore: false },
    { key: "source", count: 9, values: [value("Demo estate", 9)], hasMore: false },
    { key: "firstSeen", count: 9, values: [], hasMore: false },
    { key: "tag.env", count: 4, values: [value("prod", 3), value("staging", 1)], hasMore: false },
    { key: 'tag."odd key"', count: 2, values: [value('a "b"', 2)], hasMore: false },
    { key: "property.sizeGb", count: 2, values: [value("100", 2)], hasMore: false },
  ],
};

/** `|` is the caret. Answers the texts that the choices make, with `|` behind what was put in. */
function offered(marked: string): string[] {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to, options } = completions(text, caret, vocabulary);
  return options.map(({ insert }) => `${text.slice(0, from)}${insert}|${text.slice(to)}`);
}

describe("completions", () => {
  it("begins with the keys that the inventory has", () => {
    const all = offered("|");
    expect(all).toEqual(expect.arrayContaining(["NOT |", "type:|", "region:|", "firstSeen>|", "has:|", "tag.env:|", 'tag."odd key":|', "property.sizeGb:|"]));
    expect(all).not.toContain("zone:|");
    expect(all).not.toContain("AND |");
  });

  it.each<[string, string[]]>([
    ["re|", ["region:|"]],
    ["ENV|", ["tag.env:|"]],
    ["siz|", ["property.sizeGb:|"]],
    ["region:|", ["region:us-east-1 |", "region:eu-west-1 |"]],
    ["region:WEST|", ["region:eu-west-1 |"]],
    ["region:*we|", ["region:eu-west-1 |"]],
    ["region:e| web", ["region:eu-west-1| web"]],
    ["region:ea| web", ["region:us-east-1| web"]],
    ["region=us-east-1|", []],
    ["type:bucket|", ["type:AWS::S3::Bucket |"]],
    ["type:AWS::|", ["type:AWS::S3::Bucket |", "type:AWS::EC2::Instance |"]],
    ["buck|", ["type:AWS::S3::Bucket |"]],
    ['tag."odd key":|', ['tag."odd key":"a \\"b\\"" |']],
    ["source:de|", ['source:"Demo estate" |']],
    ['source:"De|', ['source:"Demo estate" |']],
    ["has:|x", ["has:type |", "has:region |"]],
    ["has:tag|", ["has:tag.env |", 'has:tag."odd key" |']],
    ["-reg|:x", ["-region|:x"]],
    ["reg|:x", ["region|:x"]],
    ["firstSeen>|", ["firstSeen>-1d |", "firstSeen>-7d |", "firstSeen>-30d |"]],
    ["firstSeen:|", []],
    ["tag.env|", ["tag.env:|", "tag.env=|", "tag.env!=|", "tag.env>|", "tag.env>=|", "tag.env<|", "tag.env<=|"]],
    ["region|", ["region:|", "region=|", "region!=|"]],
    ["no|", ["NOT |"]],
    ["web o|", ["web OR |"]],
    ["(|", ["(NOT |"]],
    ["(region:us|)", ["(region:us-east-1|)"]],
    ['"ty|"', []],
    ["web|region:x", []],
    ["|web", []],
    ["unknown:x|", []],
  ])("%s", (marked, expected) => {
    const all = offered(marked);
    if (expected.length === 0) expect(all.filter((text) => !text.includes("property"))).toEqual([]);
    else expect(all).toEqual(expect.arrayContaining(expected));
  });

  it("puts AND and OR behind what is complete", () => {
    expect(offered("web |").slice(0, 3)).toEqual(["web AND |", "web OR |", "web NOT |"]);
    expect(offered("(web) |").slice(0, 2)).toEqual(["(web) AND |", "(web) OR |"]);
    expect(offered("web AND |")[0]).toBe("web AND NOT |");
  });

  it("takes any text, and what it completes to a value can be read", () => {
    const random = seededRandom(5);
    const pieces = ["(", ")", '"', "\\", " ", "-", "AND ", "NOT ", "type:", "region=", "tag.env", 'tag."odd key":', "has:", "firstSeen>", "us", ...hostileNames.map((name) => name.slice(0, 20))];
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: random.whole(0, 8) }, () => random.any(pieces) ?? "").join("");
      const { from, to, options } = completions(text, random.whole(0, text.length), vocabulary);
      expect(from >= 0 && from <= to && to <= text.length).toBe(true);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    }
    for (const start of ["region:", "type=", 'tag."odd key":', "source:", "has:"]) for (const text of offered(`${start}|`)) expect(() => parseFilter(text.replace("|", ""))).not.toThrow();
  });
});
