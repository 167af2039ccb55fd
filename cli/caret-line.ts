/** Columns of a text that are shown: what wraps in a terminal has no line below it. */
const shownColumns = 72;

/**
 * A text with a line of carets under a part of it (`at`, `length` in UTF-16 units). Of a long text the surroundings are shown;
 * line breaks and control characters become spaces, so that every character keeps its column.
 */
export function caretLine(text: string, { at, length }: { at: number; length: number }): string {
  const from = text.length <= shownColumns ? 0 : Math.max(0, Math.min(at - shownColumns / 3, text.length - shownColumns));
  const begin = Math.floor(from);
  const shown = text.slice(begin, begin + shownColumns).replace(/[\s\p{Cc}\p{Cf}]/gu, " ");
  const before = begin > 0 ? "…" : "";
  const after = begin + shownColumns < text.length ? "…" : "";
  const column = Math.min(at - begin, shown.length);
  const carets = Math.max(1, Math.min(length, shown.length - column));
  return `  ${before}${shown}${after}\n  ${" ".repeat(before.length + column)}${"^".repeat(carets)}`;
}
