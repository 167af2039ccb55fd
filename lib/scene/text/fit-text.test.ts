import { describe, expect, it } from "vitest";
import { cleanText } from "./clean-text";
import { fitText } from "./fit-text";
import { graphemes, textWidth } from "./text-width";

describe("textWidth", () => {
  it("has Arial's widths", () => {
    // Arial: "H" 1479, "i" 455, space 569 of 2048.
    expect(textWidth("Hi ", 2048)).toBe(1479 + 455 + 569);
    expect(textWidth("Hi", 2048, 600)).toBe(1479 + 569);
  });

  it("counts a combining mark and a joined emoji once", () => {
    expect(textWidth("e\u0301", 12)).toBe(textWidth("e", 12));
    expect(textWidth("👩‍👩‍👧", 12)).toBe(textWidth("👩", 12));
  });

  it("gives ideographs a full em", () => expect(textWidth("数据", 12)).toBe(24));
});

describe("fitText", () => {
  const room = { roomPx: 100, sizePx: 13, weight: 600 } as const;

  it("leaves what fits", () => expect(fitText("orders", room)).toEqual({ text: "orders", full: "orders" }));

  it("keeps both ends of a name and the whole text beside it", () => {
    const name = "production-orders-database-primary";
    const { text, full } = fitText(name, room);
    expect(full).toBe(name);
    const [start = "", end = ""] = text.split("…");
    expect(start.length).toBeGreaterThan(2);
    expect(end.length).toBeGreaterThan(2);
    expect(name.startsWith(start) && name.endsWith(end)).toBe(true);
  });

  it.each(["W".repeat(500), "👩‍👩‍👧".repeat(40), "e\u0301".repeat(90), "مرحبا بالعالم ".repeat(9), "数据库".repeat(30)])(
    "never exceeds its room or splits a character: %s",
    (name) => {
      for (const where of ["middle", "end"] as const) {
        const { text } = fitText(name, { ...room, where });
        expect(textWidth(text, 13, 600)).toBeLessThanOrEqual(100);
        const whole = new Set(graphemes(name));
        for (const part of graphemes(text)) expect(part === "…" || part === " " || whole.has(part)).toBe(true);
      }
    },
  );

  it("takes the start of a sentence", () => {
    const { text } = fitText("running in eu-west-1a for a long time", { ...room, where: "end" });
    expect(text.endsWith("…")).toBe(true);
  });

  it("gives only the ellipsis where nothing fits", () => expect(fitText("abc", { roomPx: 4, sizePx: 13 }).text).toBe("…"));
});

describe("cleanText", () => {
  it("makes one line of control characters and line ends", () => {
    expect(cleanText("a\u0000b\r\n\tc\u2028d")).toBe("a b c d");
  });

  it("drops what would turn the direction of its neighbours, and keeps letters", () => {
    expect(cleanText("safe\u202Egnp.exe\u2066x\u2069")).toBe("safegnp.exex");
    expect(cleanText("שלום")).toBe("שלום");
  });

  it("drops lone surrogates, which are no text in XML", () => expect(cleanText("a\ud800b")).toBe("a b"));

  it("does not cut a pair in two at the length limit", () => {
    expect(cleanText("x".repeat(1999) + "😀")).toBe("x".repeat(1999));
  });
});
