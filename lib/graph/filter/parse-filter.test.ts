import { describe, expect, it } from "vitest";
import { CloudVizError } from "../../core/error";
import { hostileNames } from "../../scenarios/hostile-names";
import { seededRandom, type SeededRandom } from "../../scenarios/seeded-random";
import { andFilters } from "./and-filters";
import { deepestFilter, everything, filterOperators, longestFilter, type Filter, type FilterKey } from "./filter";
import { matches } from "./matches";
import { joined, parseFilter } from "./parse-filter";
import { filterTerm, printFilter } from "./print-filter";
import { testResource } from "./test-resource";

function refusal(text: string): CloudVizError {
  try {
    parseFilter(text);
  } catch (error) {
    if (error instanceof CloudVizError) return error;
    throw error;
  }
  throw new Error(`${text} was read`);
}

describe("parseFilter", () => {
  it("builds the tree", () => {
    const region: FilterKey = { kind: "field", name: "region" };
    expect(parseFilter('region:us-* (tag."a b"!=x OR web) -has:property.vpc."odd.key" OR createdAt>=-7d')).toEqual({
      kind: "or",
      parts: [
        {
          kind: "and",
          parts: [
            { kind: "term", key: region, operator: ":", value: "us-*" },
            { kind: "or", parts: [{ kind: "term", key: { kind: "tag", name: "a b" }, operator: "!=", value: "x" }, { kind: "text", text: "web" }] },
            { kind: "not", part: { kind: "has", key: { kind: "property", path: ["vpc", "odd.key"] } } },
          ],
        },
        { kind: "term", key: { kind: "field", name: "createdAt" }, operator: ">=", value: "-7d" },
      ],
    } satisfies Filter);
  });

  it.each([
    ["(name:a)", "a"],
    ["(name:a(b))", "a(b)"],
    ["((name:f(x)(y)))", "f(x)(y)"],
    ["name:a(b)", "a(b)"],
    ['(name:"a)")', "a)"],
    ["name:a=b:c>d", "a=b:c>d"],
    ['name:"a\\\\b\\"c"', 'a\\b"c'],
    ["name=>5", ">5"],
  ])("the value of %s", (text, value) => expect(parseFilter(text)).toMatchObject({ kind: "term", value }));

  it.each<[string, number, number, RegExp]>([
    ['name:"open', 5, 5, /double quote at position 6 is not closed/],
    ["web colour:red", 4, 6, /"colour" at position 5/],
    ['web "half', 4, 5, /position 5\b/],
    ["regoin:us-*", 0, 6, /Did you mean region\?/],
    ["status:running", 0, 6, /Did you mean state\?/],
    ["env:prod", 0, 3, /tag\.env/],
    ["tags:prod", 0, 4, /Did you mean tag\.<key>\?/],
    ["https://example.com", 0, 5, /double quotes/],
    ["type:", 0, 5, /needs a value/],
    ["type: x", 0, 5, /needs a value/],
    ["has:", 0, 4, /has:zone/],
    ["has:nothing", 4, 7, /"nothing" at position 5/],
    ["has>zone", 3, 1, /has:key/],
    ['a"b', 0, 3, /inside a word/],
    ['"a"b', 0, 4, /inside a word/],
    ["AND a", 0, 3, /"AND" at position 1 needs a term before it/],
    ["a OR", 2, 2, /"OR" at position 3 needs a term behind it/],
    ["a AND OR b", 2, 3, /behind it/],
    ["NOT", 0, 3, /"NOT" at position 1 needs a term behind/],
    ["(a OR b", 0, 1, /not closed/],
    ["a OR b)", 6, 1, /position 7 closes nothing/],
    ["a ()", 2, 2, /empty/],
    ["(", 0, 1, /not closed/],
    [")", 0, 1, /closes nothing/],
    ["name>5", 4, 1, /cannot be compared/],
    ["createdAt>soon", 10, 4, /2026-01-31/],
    ["createdAt=2026-02-31", 10, 10, /2026-01-31/],
    ["createdAt=-7d", 9, 1, /createdAt>-7d/],
    ["tag.n>many", 6, 4, /a number, or a date/],
    ["property.a..b=1", 0, 13, /does not know/],
  ])("says where %s cannot be read", (text, at, length, message) => {
    const error = refusal(text);
    expect(error.code).toBe("invalid-filter");
    expect(error.message).toMatch(message);
    expect(error.details).toMatchObject([{ pointer: "filter", at, length }]);
  });

  it("is bounded", () => {
    expect(parseFilter("x".repeat(longestFilter))).toMatchObject({ kind: "text" });
    expect(refusal("x".repeat(longestFilter + 1)).message).toMatch(/2001 characters/);
    expect(parseFilter(`${"(".repeat(deepestFilter)}a${")".repeat(deepestFilter)}`)).toEqual({ kind: "text", text: "a" });
    expect(refusal(`${"(".repeat(deepestFilter + 1)}a${")".repeat(deepestFilter + 1)}`).details).toMatchObject([{ at: deepestFilter }]);
    expect(refusal("NOT ".repeat(400)).message).toMatch(/flatter/);
  });

  it("random texts are read or refused at a position inside them, at once", () => {
    const random = seededRandom(7);
    const pieces = ["(", ")", '"', "\\", " ", "  ", "-", "AND", "OR", "NOT", "type", "region", "tag.", "tag.env", "property.", "has", ":", "=", "!=", ">", "<", ">=", "*", "?", "a", "2026-01", "-7d", ".", "\n", "é", "🚀", "arn:aws:", ...hostileNames.map((name) => name.slice(0, 40))] as const;
    const startedAt = process.cpuUsage().user;
    let read = 0;
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({ length: random.whole(0, 30) }, () => random.any(pieces) ?? "").join("").slice(0, longestFilter);
      try {
        const filter = parseFilter(text);
        read++;
        expect(parseFilter(printFilter(filter))).toEqual(filter);
        matches(filter, testResource(), []);
      } catch (error) {
        if (!(error instanceof CloudVizError)) throw error;
        const [{ at = -1, length = -1 } = {}] = error.details;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThan(0);
        expect(at).toBeLessThan(text.length);
      }
    }
    expect(read).toBeGreaterThan(200);
    expect((process.cpuUsage().user - startedAt) / 1000).toBeLessThan(10_000);
  });
});

const values = ["x", "", "a b", "*", "us-*", 'q"uo\\te', "(", ")", "a(b)", "AND", "NOT", "-x", "-type:x", "type:x", "arn:aws:x", "türkçe 🚀", "a\nb", ">5", "=", "tag.x=", ...hostileNames.slice(0, 30).map((name) => name.slice(0, 30))];

function randomFilter(random: SeededRandom, depth: number): Filter {
  const name = () => random.any(values.filter((value) => value !== "")) ?? "x";
  const key = (): FilterKey => random.pick<() => FilterKey>([
    () => ({ kind: "field", name: random.pick(["type", "region", "source", "address"]) }),
    () => ({ kind: "tag", name: name() }),
    () => ({ kind: "property", path: Array.from({ length: random.whole(1, 3) }, name) }),
  ])();
  const kind = depth === 0 ? random.pick(["term", "has", "text"] as const) : random.pick(["term", "has", "text", "and", "or", "not"] as const);
  switch (kind) {
    case "term": {
      const of = key();
      const operator = random.any(filterOperators) ?? ":";
      if (operator === ":" || operator === "=" || operator === "!=") return { kind, key: of, operator, value: random.any(values) ?? "" };
      return { kind, key: { kind: "tag", name: name() }, operator, value: random.pick(["5", "-3.25", "2026-01-31", "-7d"]) };
    }
    case "has":
      return { kind, key: key() };
    case "text":
      return { kind, text: random.any(values) ?? "" };
    case "not":
      return { kind, part: randomFilter(random, depth - 1) };
    default:
      return joined(kind, Array.from({ length: random.whole(2, 4) }, () => randomFilter(random, depth - 1)));
  }
}

describe("printFilter", () => {
  it("writes what is read back the same", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 2000; round++) {
      const filter = randomFilter(random, 3);
      const text = printFilter(filter);
      if (text.length <= longestFilter) expect(parseFilter(text), text).toEqual(filter);
    }
    expect(parseFilter(printFilter(everything))).toBe(everything);
  });
});

describe("filterTerm", () => {
  it("holds for exactly the value", () => {
    for (const value of [...values, ...hostileNames.filter((name) => name.length < 500)]) {
      const filter = parseFilter(filterTerm("name", value));
      expect(matches(filter, testResource({ name: value }), [])).toBe(true);
      expect(matches(filter, testResource({ name: `${value}x` }), [])).toBe(false);
    }
  });

  it("takes tags of any name", () => {
    for (const name of values) {
      if (name === "") continue;
      expect(matches(parseFilter(filterTerm(`tag.${name}`, "v")), testResource({ tags: { [name]: "v" } }), []), name).toBe(true);
    }
    expect(filterTerm("source", "con_1")).toBe("source=con_1");
  });
});

describe("andFilters", () => {
  it.each([
    [["", "  "], ""],
    [["a", ""], "a"],
    [["a OR b", ""], "a OR b"],
    [["a OR b", "c"], "(a OR b) c"],
    [["(a OR b)", "c AND d"], "((a OR b)) c AND d"],
    [[" a ", "b OR c", "NOT d"], "a (b OR c) NOT d"],
    // What cannot be read must not be mended by what stands beside it.
    [["a", 'name:"x'], 'name:"x'],
    [["a) OR (b", "c"], "a) OR (b"],
  ])("%j", (texts, expected) => {
    const joinedText = andFilters(...texts);
    if (expected.startsWith("((")) expect(parseFilter(joinedText)).toEqual(parseFilter(expected));
    else expect(joinedText).toBe(expected);
  });

  it("means that all of them hold", () => {
    const random = seededRandom(3);
    for (let round = 0; round < 500; round++) {
      const [one, other] = [randomFilter(random, 2), randomFilter(random, 2)];
      const both = andFilters(printFilter(one), printFilter(other));
      if (both.length <= longestFilter) expect(parseFilter(both)).toEqual(joined("and", [one, other]));
    }
  });
});
