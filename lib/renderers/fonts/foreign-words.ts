import type { FontWeight } from "../../scene/text/text-width";
import { xmlText } from "../svg/xml";
import { drawnWeight, exportFont, trueTypeFile } from "./font-files";
import { openOutlineFont } from "./outline-font";

/** Words that Arimo cannot write by itself (other scripts, right-to-left ones, emoji), as shapes made with the system's fonts. */
export interface ForeignWords {
  /** At which the shapes are drawn. */
  sizePx: number;
  /** Null for words that Arimo writes. */
  shapesOf(text: string, weight: FontWeight): readonly WordShape[] | null;
}

/** From the start of the baseline, y downwards. */
export interface WordShape {
  path: string;
  /** Null where it is that of the words. */
  color: string | null;
}

export interface Words {
  text: string;
  weight: FontWeight;
}

const sizePx = 100;
const inkColor = "#000000";

/** Reads the system's fonts only where there are such words. */
export async function openForeignWords(all: Iterable<Words>): Promise<ForeignWords> {
  const font = await openOutlineFont();
  const foreign = new Map<string, Words>();
  for (const words of all) if (font.outline(words.text, words.weight, 64) === null) foreign.set(keyOf(words), words);
  const shapes = foreign.size === 0 ? new Map<string, WordShape[]>() : await shape([...foreign.values()]);
  return { sizePx, shapesOf: (text, weight) => shapes.get(keyOf({ text, weight })) ?? null };
}

function keyOf({ text, weight }: Words): string {
  return `${weight} ${text}`;
}

/** All in one drawing, since fonts are read for each. resvg writes it again with shapes for words. */
async function shape(all: readonly Words[]): Promise<Map<string, WordShape[]>> {
  const { Resvg } = await import("@resvg/resvg-js");
  const lines = all.map(({ text, weight }, index) => `<g id="w${index}"><text font-size="${sizePx}" font-weight="${drawnWeight[weight]}" font-family="${exportFont}" fill="${inkColor}">${xmlText(text)}</text></g>`);
  const drawing = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000">${lines.join("")}</svg>`, {
    font: { fontFiles: [trueTypeFile(400), trueTypeFile(600)], loadSystemFonts: true, defaultFontFamily: exportFont },
    logLevel: "off",
  }).toString();
  const groups = drawing.split(/<g id="w(?=\d+")/).slice(1);
  const drawn = new Map(groups.map((group) => [Number.parseInt(group, 10), shapesIn(group)]));
  return new Map(all.map((words, index) => [keyOf(words), drawn.get(index) ?? []]));
}

function shapesIn(group: string): WordShape[] {
  return Array.from(group.matchAll(/<path\b[^>]*>/g), ([element]) => {
    const color = /\sfill="(#[0-9a-f]{6})"/.exec(element)?.[1] ?? inkColor;
    return { path: /\sd="([^"]*)"/.exec(element)?.[1] ?? "", color: color === inkColor ? null : color };
  });
}
