import type { GlyphId } from "@/lib/catalogue";
import type { Category } from "@/lib/core/category";
import { categoryWords } from "@/lib/scene/category-words";
import { glyphs, glyphSize, glyphStroke } from "@/lib/scene/glyphs";
import { professional } from "@/lib/themes/professional";

/** One of our own symbols, drawn in the current text colour. */
export function Glyph({ id, size, color = "currentColor" }: { id: GlyphId; size: number; color?: string }) {
  return (
    <svg width={size} height={size} viewBox={`0 0 ${glyphSize} ${glyphSize}`} fill="none" stroke={color} strokeWidth={glyphStroke} strokeLinecap="round" strokeLinejoin="round" aria-hidden className="shrink-0">
      <path d={glyphs[id]} />
    </svg>
  );
}

/** A category's fill; the dark interface overrides what would vanish on its surface. */
export function categoryFill(category: Category): string {
  return `var(--tile-${category}, ${professional.categories[category].fill})`;
}

export function CategoryTile({ category, glyph = categoryWords[category].glyph, size = 20 }: { category: Category; glyph?: GlyphId; size?: number }) {
  return (
    <span className="inline-flex shrink-0 items-center justify-center rounded-chip forced-color-adjust-none" style={{ width: size, height: size, background: categoryFill(category) }}>
      <Glyph id={glyph} size={Math.round(size * 0.7)} color={`var(--tile-${category}-glyph, ${professional.categories[category].onFill})`} />
    </span>
  );
}
