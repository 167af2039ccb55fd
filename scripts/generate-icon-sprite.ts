// Writes public/icons/cv.svg from lib/scene/glyphs/glyphs.ts: npx tsx scripts/generate-icon-sprite.ts
import { writeFileSync } from "node:fs";
import { glyphSprite } from "../lib/scene/glyphs/glyph-sprite";

writeFileSync(new URL("../public/icons/cv.svg", import.meta.url), glyphSprite());
