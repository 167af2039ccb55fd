import type { SceneLine } from "./scene";
import { textWidth } from "./text/text-width";

/** Px of the drawing. */
export const lineMarkSize = { height: 14, fontPx: 11, besidePx: 4 } as const;

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** What stands half-way along a line: how many it stands for, and a question mark where it is inferred. Null on most lines. */
export function lineMark({ merged, isDerived }: Pick<SceneLine, "merged" | "isDerived">): { text: string; widthPx: number } | null {
  if (merged < 2 && !isDerived) return null;
  const text = [...(merged < 2 ? [] : [`×${compact.format(merged)}`]), ...(isDerived ? ["?"] : [])].join(" ");
  return { text, widthPx: Math.max(lineMarkSize.height, textWidth(text, lineMarkSize.fontPx, 600) + 2 * lineMarkSize.besidePx) };
}
