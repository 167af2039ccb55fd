import { cleanText } from "../../scene/clean-text";

/**
 * A cloud's text as the inside of a quoted Mermaid label. Everything that means something to Mermaid, Markdown or HTML is
 * written as an entity code (`#quot;`), which Mermaid turns back into the character after parsing.
 */
export function mermaidText(text: string): string {
  return cleanText(text).replace(/[^\p{L}\p{M}\p{N} .,:/@+()=…·–—\p{Extended_Pictographic}\u200d\ufe0f-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
