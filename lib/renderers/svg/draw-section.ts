import type { PagePart } from "../../scene/page/page-row";
import type { Point } from "../../scene/placement";
import { glyphAt } from "./draw-box";
import { strokeAttributes } from "./draw-line";
import type { Lettering } from "./lettering";
import { px } from "./xml";

/** What stands around the picture, with its corner at a place. */
export function drawSection({ x, y }: Point, parts: readonly PagePart[], lettering: Lettering): string {
  return parts.length === 0 ? "" : `<g transform="translate(${px(x)} ${px(y)})">${parts.map((part) => drawPart(part, lettering)).join("\n")}</g>`;
}

function drawPart(part: PagePart, lettering: Lettering): string {
  const { x, y } = part;
  if (part.kind === "text") return lettering(part, part.color)(part.text);
  if (part.kind === "line") return `<path d="M${px(x)} ${px(y)}h${part.lengthPx}" fill="none" ${strokeAttributes(part.style)}/>`;
  const { sizePx, radius, fill, glyph, glyphPx, glyphColor } = part;
  const inset = (sizePx - glyphPx) / 2;
  const ground = `<rect x="${px(x)}" y="${px(y)}" width="${sizePx}" height="${sizePx}" rx="${radius}" fill="${fill ?? "none"}"/>`;
  return glyph === null ? ground : `${ground}${glyphAt(glyph, x + inset, y + inset, glyphPx, glyphColor)}`;
}
