import { describeType } from "@/lib/catalogue";
import { glyphs } from "@/lib/scene/glyphs/glyphs";
import { CategoryTile } from "./category-tile";

/** The tile of a resource type: its glyph on its category's colour, as on the canvas. It brings the whole catalogue of types. */
export function TypeTile({ type, size = 20 }: { type: string; size?: number }) {
  const { category, glyph } = describeType(type);
  return <CategoryTile category={category} path={glyphs[glyph]} size={size} />;
}
