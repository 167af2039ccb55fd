const longest = 2000;

/** Anything but the letters of western languages with single spaces between. */
const suspicious = /[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]|^ | $| {2}/;

/**
 * A cloud's text as one harmless line: control characters, line ends and unpaired surrogates become a space, and the
 * characters that would turn the reading direction of what follows (bidirectional overrides, embeddings, isolates) go.
 * Right-to-left letters stay: readers isolate each text (`unicode-bidi: isolate`), so they do not reorder neighbours.
 */
export function cleanText(text: string): string {
  // Nearly every name is plain: a look costs a fifth of the replacing.
  if (text.length <= longest && !suspicious.test(text)) return text;
  return text
    .slice(0, longest)
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff\s]+/gu, " ")
    .trim();
}
