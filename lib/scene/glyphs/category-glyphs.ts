import type { GlyphId } from "../../catalogue";

/** Side of the square every glyph is drawn in, and the width of its round stroke, in the same units. */
export const glyphSize = 24;
export const glyphStroke = 1.75;

/** The glyphs that stand for whole categories, apart from the others: every page draws them, few draw more. */
export const categoryGlyphs = {
  bucket: "M4 6.5C4 5.1 7.6 4 12 4s8 1.1 8 2.5S16.4 9 12 9 4 7.9 4 6.5zM4 6.5l1.9 11.8c.2 1.2 2.9 2.2 6.1 2.2s5.9-1 6.1-2.2L20 6.5",
  container: "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9",
  compute: "M6.5 8A1.5 1.5 0 0 1 8 6.5h8A1.5 1.5 0 0 1 17.5 8v8a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 16zM10 10h4v4h-4zM9.5 6.5V3.3M14.5 6.5V3.3M9.5 20.7v-3.2M14.5 20.7v-3.2M6.5 9.5H3.3M6.5 14.5H3.3M20.7 9.5h-3.2M20.7 14.5h-3.2",
  database: "M5 6c0-1.7 3.1-3 7-3s7 1.3 7 3-3.1 3-7 3-7-1.3-7-3zM5 6v12c0 1.7 3.1 3 7 3s7-1.3 7-3V6M5 12c0 1.7 3.1 3 7 3s7-1.3 7-3",
  monitor: "M3 12.5h4L9.7 6l4.6 12.5 2.5-6H21",
  network: "M9 3.5h6v5H9zM3 15.5h6v5H3zM15 15.5h6v5h-6zM12 8.5V12M6 15.5V12h12v3.5",
  queue: "M3 7.5h4.5v9H3zM10 7.5h4.5v9H10zM17 12h4.5M19.3 9.7l2.3 2.3-2.3 2.3",
  secret: "M5 12.2A1.2 1.2 0 0 1 6.2 11h11.6a1.2 1.2 0 0 1 1.2 1.2v7.6a1.2 1.2 0 0 1-1.2 1.2H6.2A1.2 1.2 0 0 1 5 19.8zM8 11V7.5a4 4 0 0 1 8 0V11M12 14.8v2.4",
  unknown: "M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5zM9.5 9.7a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.2 1-1.2 1.8M12 16.6h.01",
  warehouse: "M3 20V9.2L12 4l9 5.2V20M7 20v-7h10v7M7 16.5h10",
} as const satisfies Partial<Record<GlyphId, string>>;
