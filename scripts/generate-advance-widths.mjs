// Writes lib/scene/text/advance-widths.ts from two TrueType files: node scripts/generate-advance-widths.mjs REGULAR.ttf BOLD.ttf
// Liberation Sans has the advance widths of Arial, so one table serves both. Only needed again for more scripts.
import { readFileSync, writeFileSync } from "node:fs";

const folder = "/usr/share/fonts/truetype/liberation";
const [regular = `${folder}/LiberationSans-Regular.ttf`, bold = `${folder}/LiberationSans-Bold.ttf`] = process.argv.slice(2);

const ranges = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0x17f], // Latin-1, Latin Extended-A
  [0x386, 0x3ce], // Greek
  [0x400, 0x45f], // Cyrillic
  [0x490, 0x491],
  [0x5d0, 0x5ea], // Hebrew
  [0x1ea0, 0x1ef9], // Vietnamese
  [0x2010, 0x2026], // dashes, quotes, ellipsis
  [0x20ac, 0x20ac], // euro
];

function readWidths(path) {
  const font = readFileSync(path);
  const table = (tag) => {
    for (let index = 0; index < font.readUInt16BE(4); index++) {
      const entry = 12 + index * 16;
      if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
    }
    throw new Error(`${path} has no ${tag} table`);
  };
  if (font.readUInt16BE(table("head") + 18) !== 2048) throw new Error(`${path} is not drawn on a 2048 unit em`);
  const metricCount = font.readUInt16BE(table("hhea") + 34);
  const hmtx = table("hmtx");
  const glyphOf = readCharacterMap(font, table("cmap"));
  return ranges.map(([first, last]) => {
    const widths = [];
    for (let point = first; point <= last; point++) {
      const glyph = glyphOf(point);
      widths.push(glyph === 0 ? -1 : font.readUInt16BE(hmtx + Math.min(glyph, metricCount - 1) * 4));
    }
    return [first, widths];
  });
}

/** Format 4 (basic plane) is all that is needed here. */
function readCharacterMap(font, cmap) {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) === 4) return (point) => lookUp(font, at, point);
  }
  throw new Error("no format 4 character map");
}

function lookUp(font, at, point) {
  const doubled = font.readUInt16BE(at + 6);
  for (let offset = 0; offset < doubled; offset += 2) {
    if (font.readUInt16BE(at + 14 + offset) < point) continue;
    const startAt = at + 16 + doubled + offset;
    const start = font.readUInt16BE(startAt);
    if (start > point) return 0;
    const delta = font.readUInt16BE(startAt + doubled);
    const rangeAt = startAt + 2 * doubled;
    const rangeOffset = font.readUInt16BE(rangeAt);
    if (rangeOffset === 0) return (point + delta) & 0xffff;
    const glyph = font.readUInt16BE(rangeAt + rangeOffset + (point - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

const rows = (widths) => widths.map(([first, row]) => `    [0x${first.toString(16)}, [${row.join(", ")}]],`).join("\n");

writeFileSync(
  new URL("../lib/scene/text/advance-widths.ts", import.meta.url),
  `// Written by scripts/generate-advance-widths.mjs from Liberation Sans, which has the widths of Arial.

/** The em of the table below. */
export const unitsPerEm = 2048;

/** Advance widths from each first code point on; -1 = the font has no glyph. */
export const advanceWidths: Record<"regular" | "bold", readonly (readonly [number, readonly number[]])[]> = {
  regular: [
${rows(readWidths(regular))}
  ],
  bold: [
${rows(readWidths(bold))}
  ],
};
`,
);
