import { categories } from "@/lib/core/resource/categories";
import { edgeKinds } from "@/lib/core/resource/edge-kinds";
import { categoryWords } from "@/lib/scene/text/category-words";
import { lineStyle } from "@/lib/scene/line-style";
import type { Theme } from "@/lib/themes";
import { lineSigns, type LineSign } from "../painter/geometry";
import type { SwitchedOff } from "../painter/switched-off";
import type { VisibleStats } from "../painter/visible-stats";
import type { LegendItem } from "../panels/legend";

/** What is on the screen, in a fixed order, with how often it is there and in the whole diagram. */
export function legendItems(theme: Theme, seen: VisibleStats, total: VisibleStats): LegendItem[] {
  return [
    ...categories.flatMap((category): LegendItem[] => {
      if (seen.categories[category] === 0) return [];
      const { label, glyph } = categoryWords[category];
      const { fill, onFill } = theme.categories[category];
      return [{ kind: "category", id: category, label, count: seen.categories[category], total: total.categories[category], glyph, colours: { fill, glyph: onFill }, line: null }];
    }),
    ...lineSigns.flatMap((sign): LegendItem[] =>
      seen.signs[sign] === 0 ? [] : [{ kind: "edge", id: sign, label: signLabel(sign), count: seen.signs[sign], total: total.signs[sign], glyph: null, colours: null, line: signStyle(theme, sign) }],
    ),
  ];
}

function signLabel(sign: LineSign): string {
  if (sign === "exposed") return "open to the internet";
  return sign === "derived" ? "inferred from text" : edgeKinds[sign].label;
}

function signStyle(theme: Theme, sign: LineSign) {
  if (sign === "exposed") return lineStyle(theme, "allows", { isExposed: true });
  return sign === "derived" ? lineStyle(theme, "depends-on", { isDerived: true }) : lineStyle(theme, sign);
}

/** Legend ids as the painter's bits. Ids that mean nothing are left out: links live longer than kinds of lines. */
export function switchedOff(ids: readonly string[]): SwitchedOff {
  const bits = (known: readonly string[]) => known.reduce((sum, id, bit) => (ids.includes(id) ? sum | (1 << bit) : sum), 0);
  return { categories: bits(categories), signs: bits(lineSigns) };
}

/** Switches everything else of its kind off; when it is the only one left, everything on again. */
export function onlyThis(items: readonly LegendItem[], off: readonly string[], id: string): string[] {
  const kind = items.find((item) => item.id === id)?.kind;
  const others = (kind === "category" ? categories : lineSigns).filter((other) => other !== id);
  const rest = off.filter((other) => other !== id && !(others as readonly string[]).includes(other));
  const isOnly = items.every((item) => item.kind !== kind || item.id === id || off.includes(item.id));
  return isOnly && !off.includes(id) ? rest : [...rest, ...others];
}
