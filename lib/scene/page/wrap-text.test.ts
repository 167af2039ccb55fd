import { describe, expect, it } from "vitest";
import { textWidth } from "../text/text-width";
import { wrapText } from "./wrap-text";

const room = { roomPx: 120, sizePx: 12 };

describe("wrapText", () => {
  it("breaks between words, and at a person's own line ends", () => {
    expect(wrapText("one two three four five six seven\r\n\r\neight", room)).toEqual(["one two three four five", "six seven", "", "eight"]);
  });

  it.each(["x".repeat(300), `see https://example.com/${"path/".repeat(40)} for it`, "数据库".repeat(40), "👩‍👩‍👧".repeat(40), "word ".repeat(2000)])("loses nothing and keeps to its room: %s", (text) => {
    const lines = wrapText(text, room);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    expect(lines.length).toBeGreaterThan(2);
  });

  it("cleans what would break lines or turn them around", () => expect(wrapText("a\u0000b\u202Ec", room)).toEqual(["a bc"]));

  it("gives one character a line where nothing fits", () => expect(wrapText("abc", { roomPx: 1, sizePx: 12 })).toEqual(["a", "b", "c"]));
});
