/** How well a text answers what was typed: 0 best, null not at all. Every word has to be in it, in any order. */
export function rank(text: string, query: string): number | null {
  const hay = fold(text);
  const words = fold(query).split(/\s+/).filter((word) => word !== "");
  let worst = 0;
  for (const word of words) {
    const at = hay.indexOf(word);
    if (at < 0) return null;
    const startsWord = at === 0 || new RegExp(`[^\\p{L}\\p{N}]${escaped(word)}`, "u").test(hay);
    worst = Math.max(worst, at === 0 ? 0 : startsWord ? 1 : 2);
  }
  return worst;
}

/** What answers, the best first, and otherwise in the order given. */
export function ranked<Entry>(entries: readonly Entry[], query: string, textOf: (entry: Entry) => string): readonly Entry[] {
  return entries
    .flatMap((entry) => {
      const found = rank(textOf(entry), query);
      return found === null ? [] : [{ entry, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ entry }) => entry);
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
