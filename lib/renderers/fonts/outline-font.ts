import type { Font, Glyph } from "fontkit";
import type { Point } from "../../scene/placement";
import type { FontWeight } from "../../scene/text/text-width";
import { openFont } from "./open-font";

/** Words as shapes: drawn so they need no font, and none of the shaping, which costs resvg 0.3 ms a word. */
export interface OutlineFont {
  /** Whether Arimo has every character. */
  covers(text: string): boolean;
  /** SVG path data from the start of the baseline, y downwards, on a grid of `em` units; null for scripts that want shaping, and for what Arimo lacks. */
  outline(text: string, weight: FontWeight, em: number): string | null;
}

/** Scripts that go from left to right, one glyph a character. */
const unshaped = /^[\u0020-\u007e\u00a0-\u024f\u0370-\u03ff\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u22ff]*$/;

interface Outline {
  path: string;
  advance: number;
}

let opened: Promise<OutlineFont> | undefined;

/** Opened once and kept, with every glyph that was ever drawn. */
export function openOutlineFont(): Promise<OutlineFont> {
  return (opened ??= makeOutlineFont());
}

async function makeOutlineFont(): Promise<OutlineFont> {
  const fonts = { 400: await openFont(400), 600: await openFont(600) };
  const tables = new Map<string, OutlineTable>();
  const tableOf = (weight: FontWeight, em: number): OutlineTable => {
    const key = `${weight} ${em}`;
    let table = tables.get(key);
    if (table === undefined) tables.set(key, (table = outlineTable(fonts[weight], em)));
    return table;
  };
  return {
    covers: (text) => Array.from(text).every((character) => fonts[400].hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
    outline: (text, weight, em) => (unshaped.test(text) ? join(text, tableOf(weight, em)) : null),
  };
}

/** By code point; null where the font has no glyph. */
type OutlineTable = (codePoint: number) => Outline | null;

function outlineTable(font: Font, em: number): OutlineTable {
  const known = new Map<number, Outline | null>();
  return (codePoint) => {
    let outline = known.get(codePoint);
    if (outline === undefined) known.set(codePoint, (outline = font.hasGlyphForCodePoint(codePoint) ? drawGlyph(font.glyphForCodePoint(codePoint), em / font.unitsPerEm) : null));
    return outline;
  };
}

function join(text: string, outlineOf: OutlineTable): string | null {
  let path = "";
  let pen = 0;
  for (let index = 0; index < text.length; index++) {
    const outline = outlineOf(text.charCodeAt(index));
    if (outline === null) return null;
    if (outline.path !== "") path += `M${Math.round(pen)} 0${outline.path}`;
    pen += outline.advance;
  }
  return path;
}

/** Relative to the start of the glyph, so that it can be put anywhere by one absolute move before it. */
function drawGlyph(glyph: Glyph, scale: number): Outline {
  let path = "";
  let at = { x: 0, y: 0 };
  let start = at;
  // Rounded as places, not as steps: rounding does not add up along the contour.
  const place = (x = 0, y = 0) => ({ x: Math.round(x * scale), y: Math.round(-y * scale) });
  for (const { command, args } of glyph.path.commands) {
    if (command === "closePath") {
      path += "z";
      at = start;
      continue;
    }
    const [to = at, control] = command === "quadraticCurveTo" ? [place(args[2], args[3]), place(args[0], args[1])] : [place(args[0], args[1])];
    if (command === "moveTo") {
      path += `m${steps(at, to)}`;
      start = to;
    } else if (to.x !== at.x || to.y !== at.y) {
      path += control === undefined || isFlat(at, control, to) ? `l${steps(at, to)}` : `q${steps(at, control, to)}`;
    }
    at = to;
  }
  return { path, advance: glyph.advanceWidth * scale };
}

/** Whether a curve is off its chord by no more than rounding is: half a unit. */
function isFlat(from: Point, control: Point, to: Point): boolean {
  return Math.hypot(control.x - (from.x + to.x) / 2, control.y - (from.y + to.y) / 2) <= 1;
}

/** A minus sign separates by itself. */
function steps(from: Point, ...to: Point[]): string {
  return to.flatMap(({ x, y }) => [x - from.x, y - from.y]).reduce((words, step) => (words === "" || step < 0 ? `${words}${step}` : `${words} ${step}`), "");
}
