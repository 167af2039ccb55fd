import type { GlyphId } from "@/lib/catalogue";
import { glyphs } from "@/lib/scene/glyphs/glyphs";
import { GlyphPath } from "./category-tile";

/** One of our own symbols, drawn in the current text colour. */
export function Glyph({ id, size, color }: { id: GlyphId; size: number; color?: string }) {
  return <GlyphPath path={glyphs[id]} size={size} color={color} />;
}
