import type { Category } from "../core/resource/category";
import { categories } from "../core/resource/categories";
import type { EdgeKind } from "../core/resource/edge";
import { edgeKinds } from "../core/resource/edge-kinds";
import type { Theme } from "../themes";
import { categoryWords } from "./text/category-words";
import { lineStyle } from "./line-style";
import type { LegendEntry, SceneBox, SceneLine } from "./scene";

/** What is in the picture, in a fixed order, with counts: categories of resources, then kinds of relationships. */
export function legendOf(theme: Theme, boxes: readonly SceneBox[], lines: readonly SceneLine[]): LegendEntry[] {
  const entries: LegendEntry[] = [];
  const boxCounts = countBy(boxes, (box) => box.category);
  for (const category of categories) {
    const count = boxCounts.get(category) ?? 0;
    if (count > 0) entries.push(categoryEntry(theme, category, count));
  }
  const lineCounts = countBy(lines, (line) => (line.isDerived ? "derived" : line.isExposed ? "exposed" : line.kind), (line) => line.merged);
  for (const kind of Object.keys(edgeKinds) as EdgeKind[]) {
    const count = lineCounts.get(kind) ?? 0;
    if (count > 0) entries.push(lineEntry(kind, edgeKinds[kind].label, count, lineStyle(theme, kind)));
  }
  const exposed = lineCounts.get("exposed") ?? 0;
  if (exposed > 0) entries.push(lineEntry("exposed", "open to the internet", exposed, lineStyle(theme, "allows", { isExposed: true })));
  const derived = lineCounts.get("derived") ?? 0;
  if (derived > 0) entries.push(lineEntry("derived", "inferred from text", derived, lineStyle(theme, "depends-on", { isDerived: true })));
  return entries;
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key, weight: (item: Item) => number = () => 1): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + weight(item));
  return counts;
}

function categoryEntry(theme: Theme, category: Category, count: number): LegendEntry {
  const { label, glyph } = categoryWords[category];
  const { fill, onFill } = theme.categories[category];
  return { kind: "category", id: category, label, count, glyph, tileFill: fill, glyphColor: onFill, line: null };
}

function lineEntry(id: string, label: string, count: number, line: LegendEntry["line"]): LegendEntry {
  return { kind: "edge", id, label, count, glyph: null, tileFill: null, glyphColor: null, line };
}
