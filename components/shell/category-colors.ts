import type { CSSProperties } from "react";
import { professional } from "@/lib/themes/professional";

/** The categories' colours for the whole page, from the theme that the pages have: it stays on the server. */
export function categoryColors(): CSSProperties {
  const entries = Object.entries(professional.categories).flatMap(([category, { fill, onFill }]) => [[`--category-${category}`, fill], [`--category-${category}-glyph`, onFill]]);
  return Object.fromEntries(entries) as CSSProperties;
}
