import type { Font } from "fontkit";
import type { FontWeight } from "../../scene/text/text-width";
import { trueTypeFile } from "./font-files";

const fonts = new Map<FontWeight, Promise<Font>>();

/** Arimo, read once and kept. */
export function openFont(weight: FontWeight): Promise<Font> {
  let font = fonts.get(weight);
  if (font === undefined) fonts.set(weight, (font = readFont(weight)));
  return font;
}

async function readFont(weight: FontWeight): Promise<Font> {
  const { openSync } = await import("fontkit");
  const font = openSync(trueTypeFile(weight));
  if ("fonts" in font) throw new Error("A collection of fonts is no font");
  return font;
}
