import { cleanText } from "../../scene/text/clean-text";

/** Letters and signs that mean nothing to Mermaid, Markdown or HTML. */
const special = /[^\p{L}\p{M}\p{N} .,:/@+()=…·–—_\p{Extended_Pictographic}\u200d\ufe0f-]/gu;

/** What Markdown takes for a list, a rule or a heading when a label starts with it, and for emphasis around words. */
const markdown = /^\d+[.)](?=\s|$)|^[-+=]+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/**
 * A cloud's text as the inside of a quoted Mermaid label. Everything that means something to Mermaid, Markdown or HTML is
 * written as an entity code (`#34;`), which Mermaid turns back into the character after parsing.
 */
export function mermaidText(text: string): string {
  return cleanText(text)
    .replace(special, entityCodes)
    .replace(markdown, (found) => found.replace(/[^\d]/gu, entityCodes));
}

function entityCodes(characters: string): string {
  return Array.from(characters, (character) => `#${character.codePointAt(0) ?? 0};`).join("");
}
