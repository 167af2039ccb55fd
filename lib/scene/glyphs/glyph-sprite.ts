import { glyphIds } from "../../catalogue";
import { glyphSize, glyphStroke } from "./category-glyphs";
import { glyphs } from "./glyphs";

/** Every glyph as a symbol, for `<use href="/icons/cv.svg#bucket">`; it takes the text colour of where it is used. */
export function glyphSprite(): string {
  const paint = `fill="none" stroke="currentColor" stroke-width="${glyphStroke}" stroke-linecap="round" stroke-linejoin="round"`;
  const symbols = glyphIds.map((id) => `<symbol id="${id}" viewBox="0 0 ${glyphSize} ${glyphSize}"><path d="${glyphs[id]}" ${paint}/></symbol>`);
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}
