import type { Category } from "@/lib/core/resource/category";
import { categoryGlyphs, glyphSize, glyphStroke } from "@/lib/scene/glyphs/category-glyphs";
import { categoryWords } from "@/lib/scene/text/category-words";

/** A symbol by its path: every page draws those of the categories, and should not load all the others for them. */
export function GlyphPath({ path, size, color = "currentColor" }: { path: string; size: number; color?: string | undefined }) {
  return (
    <svg width={size} height={size} viewBox={`0 0 ${glyphSize} ${glyphSize}`} fill="none" stroke={color} strokeWidth={glyphStroke} strokeLinecap="round" strokeLinejoin="round" aria-hidden className="shrink-0">
      <path d={path} />
    </svg>
  );
}

/** A category's fill; the dark interface overrides what would vanish on its surface. */
export function categoryFill(category: Category): string {
  return `var(--tile-${category}, var(--category-${category}))`;
}

export function CategoryTile({ category, path = categoryGlyphs[categoryWords[category].glyph], size = 20 }: { category: Category; path?: string; size?: number }) {
  return (
    <span className="inline-flex shrink-0 items-center justify-center rounded-chip forced-color-adjust-none" style={{ width: size, height: size, background: categoryFill(category) }}>
      <GlyphPath path={path} size={Math.round(size * 0.7)} color={`var(--tile-${category}-glyph, var(--category-${category}-glyph))`} />
    </span>
  );
}
