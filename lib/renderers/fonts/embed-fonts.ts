import type { PagePart } from "../../scene/page/page-row";
import type { Scene } from "../../scene/scene";
import type { FontWeight } from "../../scene/text/text-width";
import { drawnWeight, exportFont, readWebFont } from "./font-files";

/** Arimo's subsets and the characters that each is for, as Fontsource cuts them. The first that has a character is taken. */
const subsets: readonly { name: string; range: string }[] = [
  { name: "latin", range: "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD" },
  { name: "latin-ext", range: "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF" },
  { name: "vietnamese", range: "U+0300-0301,U+0303,U+0309,U+0323,U+1EA0-1EF9" },
  { name: "greek", range: "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF" },
  { name: "greek-ext", range: "U+1F00-1FFF" },
  { name: "cyrillic", range: "U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116" },
  { name: "cyrillic-ext", range: "U+0460-048F,U+0492-04AF,U+04B2-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F" },
  { name: "hebrew", range: "U+0307,U+0590-05FF,U+20AA,U+25CC,U+FB1D-FB4F" },
];

const ranges = subsets.map(({ range }) => range.split(",").map((part) => {
  const [first = "", last = first] = part.slice(2).split("-");
  return { first: parseInt(first, 16), last: parseInt(last, 16) };
}));

/** What nearly every name is made of. */
const latin = /^[\u0020-\u00ff\u2010-\u2026]*$/;

const faces = new Map<string, string>();

/** A style sheet that holds the parts of Arimo with which the scene and what stands around it are written. */
export function embedFonts(scene: Pick<Scene, "boxes" | "lines">, sections: readonly { parts: readonly PagePart[] }[]): string {
  const used: Record<FontWeight, Set<number>> = { 400: new Set(), 600: new Set(scene.lines.length > 0 ? [0] : []) };
  const count = (text: string, weight: FontWeight) => {
    if (latin.test(text)) used[weight].add(0);
    else for (const character of text) used[weight].add(subsetOf(character.codePointAt(0) ?? 0));
  };
  for (const { title, subtitle, meta } of scene.boxes) {
    count(title.text, 600);
    if (subtitle !== null) count(subtitle.text, 400);
    if (meta !== null) count(meta.text, 400);
  }
  for (const { parts } of sections) for (const part of parts) if (part.kind === "text") count(part.text, part.weight);
  return ([400, 600] as const).flatMap((weight) => subsets.filter((_, index) => used[weight].has(index)).map(({ name, range }) => faceOf(name, range, weight))).join("\n");
}

/** -1 where Arimo has no such letters. */
function subsetOf(codePoint: number): number {
  return ranges.findIndex((some) => some.some(({ first, last }) => codePoint >= first && codePoint <= last));
}

/** Read once and kept. */
function faceOf(subset: string, range: string, weight: FontWeight): string {
  const key = `${subset} ${weight}`;
  let face = faces.get(key);
  if (face === undefined) {
    const data = readWebFont(subset, weight).toString("base64");
    face = `@font-face{font-family:${exportFont};font-weight:${drawnWeight[weight]};unicode-range:${range};src:url(data:font/woff2;base64,${data})format("woff2")}`;
    faces.set(key, face);
  }
  return face;
}
