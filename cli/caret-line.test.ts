import { describe, expect, it } from "vitest";
import { caretLine } from "./caret-line";

describe("caretLine", () => {
  it("points at the part", () => {
    expect(caretLine("web AND regoin:x", { at: 8, length: 6 })).toBe("  web AND regoin:x\n          ^^^^^^");
    expect(caretLine("a\n\tb", { at: 3, length: 1 })).toBe("  a  b\n     ^");
    expect(caretLine("", { at: 0, length: 1 })).toBe("  \n  ^");
    expect(caretLine("a OR", { at: 4, length: 9 })).toBe("  a OR\n      ^");
  });

  it("shows the surroundings of a part of a long text", () => {
    const text = `${"x ".repeat(200)}wrong ${"y ".repeat(200)}`;
    const [shown = "", carets = ""] = caretLine(text, { at: 400, length: 5 }).split("\n");
    expect(shown.length).toBeLessThan(80);
    expect(shown.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("wrong");
    const [end = "", under = ""] = caretLine(text, { at: text.length - 2, length: 50 }).split("\n");
    expect(end.slice(under.indexOf("^"))).toBe("y ");
  });
});
