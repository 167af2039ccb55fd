import type { Category } from "../../core/resource/category";
import type { categoryGlyphs } from "../glyphs/category-glyphs";

/** How a category is called and drawn, in legends and on pages alike. */
export const categoryWords: Record<Category, { label: string; glyph: keyof typeof categoryGlyphs }> = {
  compute: { label: "Compute", glyph: "compute" },
  containers: { label: "Containers", glyph: "container" },
  network: { label: "Network", glyph: "network" },
  storage: { label: "Storage", glyph: "bucket" },
  database: { label: "Database", glyph: "database" },
  integration: { label: "Integration", glyph: "queue" },
  analytics: { label: "Analytics", glyph: "warehouse" },
  security: { label: "Security", glyph: "secret" },
  management: { label: "Management", glyph: "monitor" },
  other: { label: "Other", glyph: "unknown" },
};
