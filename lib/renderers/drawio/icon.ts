import { glyphSize, glyphStroke } from "../../scene/glyphs/category-glyphs";
import { glyphs } from "../../scene/glyphs/glyphs";
import type { GlyphId } from "../../catalogue";
import type { TilePart } from "../../scene/box-parts";
import type { SceneBox } from "../../scene/scene";
import { awsStencils } from "./stencils/aws";
import { azureStencils } from "./stencils/azure";
import { gcpStencils } from "./stencils/gcp";

/** draw.io's own sign of a type, else our glyph on its category's ground. */
export function iconStyle({ type, glyph, style }: Pick<SceneBox, "type" | "glyph" | "style">, tile: TilePart): string {
  return stencilOf(type) ?? glyphImage(glyph, { ground: tile.isFilled ? style.tileFill : null, ink: style.glyphColor, share: tile.glyphPx / tile.sizePx });
}

function stencilOf(type: string | null): string | null {
  if (type === null) return null;
  // Type names come from files: "constructor" must not find Object's.
  const table = [awsStencils, azureStencils, gcpStencils].find((stencils) => Object.hasOwn(stencils, type));
  return table?.[type] ?? null;
}

const images = new Map<string, string>();

export function glyphImage(glyph: GlyphId, { ground, ink, share }: { ground: string | null; ink: string; share: number }): string {
  const key = `${glyph} ${ground} ${ink} ${share}`;
  let image = images.get(key);
  if (image === undefined) {
    const size = glyphSize / share;
    const inset = (size - glyphSize) / 2;
    const tile = ground === null ? "" : `<rect width="${size}" height="${size}" rx="${size / 5}" fill="${ground}"/>`;
    const path = `<path transform="translate(${inset} ${inset})" d="${glyphs[glyph]}" fill="none" stroke="${ink}" stroke-width="${glyphStroke}" stroke-linecap="round" stroke-linejoin="round"/>`;
    // Without "base64", whose ";" would end the style's entry; draw.io puts it in.
    images.set(key, (image = `shape=image;imageAspect=1;image=data:image/svg+xml,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${tile}${path}</svg>`)};`));
  }
  return image;
}
