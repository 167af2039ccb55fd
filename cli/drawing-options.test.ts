import { describe, expect, it } from "vitest";
import { formatOf, optionTexts, readDrawingOptions, readJsonObject, refuseTerminal } from "./drawing-options";

const plain = { option: [], output: "-" };

describe("the format", () => {
  const formats = [{ id: "svg", extension: "svg" }, { id: "mermaid", extension: "mmd" }, { id: "graphviz", extension: "dot" }];

  it("is as named, else by the ending of the file, else Mermaid", () => {
    expect(formatOf({ format: "graphviz", output: "a.svg" }, formats)).toBe("graphviz");
    expect(formatOf({ output: "a/b.c/Shop.SVG" }, formats)).toBe("svg");
    expect(formatOf({ output: "-" }, formats)).toBe("mermaid");
  });

  it.each([
    [{ format: "nope", output: "-" }, 'cannot be "nope". Choose one of: svg, mermaid, graphviz'],
    [{ output: "picture.bmp" }, "use one of: .svg, .mmd, .dot"],
    [{ output: "picture" }, "names no format"],
  ])("that is none is refused, and what there is told: %j", (given, words) => {
    expect(() => formatOf(given, formats)).toThrow(words);
  });
});

describe("options of the format", () => {
  it("are a name and a value, which may hold equals signs", () => {
    expect(optionTexts(["scale=2", "a=b=c", "empty="])).toEqual({ scale: "2", a: "b=c", empty: "" });
    expect(() => optionTexts(["=2"])).toThrow("name=value");
    expect(() => optionTexts(["scale"])).toThrow("name=value");
  });

  it("are read as the format wants them, and checked before any work", async () => {
    expect(await readDrawingOptions({ ...plain, format: "svg", option: ["legend=false", "background=none"] })).toMatchObject({ format: "svg", options: { legend: false, background: "none" } });
    await expect(readDrawingOptions({ ...plain, format: "svg", option: ["legent=false"] })).rejects.toThrow('SVG has no option "legent"');
    await expect(readDrawingOptions({ ...plain, format: "svg", option: ["legend=maybe"] })).rejects.toThrow("true or false");
  });
});

it.each([
  [{ layout: "nope" }, "--layout cannot be"],
  [{ theme: "nope" }, "--theme cannot be"],
  [{ layout: "grid", layoutOptions: '{"columns":"many"}' }, 'The options of the layout "grid" are not valid'],
  [{ layoutOptions: "[1]" }, "--layout-options wants one JSON object"],
  [{ group: "galaxy" }, "--group"],
  [{ filter: "a AND" }, "\n  a AND\n"],
])("is refused before any work: %j", async (given, words) => {
  await expect(readDrawingOptions({ ...plain, ...given })).rejects.toThrow(words);
});

it("levels of nesting are read", async () => {
  expect((await readDrawingOptions({ ...plain, group: "provider,tag:env" })).group).toEqual(["provider", "tag:env"]);
  expect((await readDrawingOptions({ ...plain, group: "none" })).group).toEqual([]);
});

it("a JSON object is one", () => {
  expect(readJsonObject("--layout-options", '{"seed":7}')).toEqual({ seed: 7 });
});

it("bytes are not written to a terminal", () => {
  expect(() => refuseTerminal("png", "-", true)).toThrow("-o diagram.png");
  expect(() => refuseTerminal("png", "a.png", true)).not.toThrow();
  expect(() => refuseTerminal("png", "-", false)).not.toThrow();
  expect(() => refuseTerminal("svg", "-", true)).not.toThrow();
});
