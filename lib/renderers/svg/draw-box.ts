import { boxParts, stackSheetsPx, type TextPart, type TilePart } from "../../scene/box-parts";
import type { Mark, MarkPart } from "../../scene/box-marks";
import type { SceneBox, SceneText } from "../../scene/scene";
import { textWidth } from "../../scene/text-width";
import { px, xmlText } from "./xml";

/** One box as a group at its place, with its full words as tooltip. */
export function drawBox(box: SceneBox): string {
  const isFrame = box.kind === "frame";
  const titlePx = isFrame ? textWidth(box.title.text, 12, 600) : 0;
  const parts = boxParts(box, titlePx);
  const { style } = box;
  return [
    `<g transform="translate(${px(box.x)} ${px(box.y)})">`,
    `<title>${xmlText(tooltip(box))}</title>`,
    ...(box.isCollapsed ? stackSheetsPx.map((px) => outline(box, px)) : []),
    outline(box),
    parts.barWidth > 0 ? bar(parts.barWidth, box.height, style.radius, style.accent) : "",
    drawTile(box, parts.tile),
    drawText(box.title, parts.title, style.titleColor),
    box.subtitle === null ? "" : drawText(box.subtitle, parts.subtitle, style.mutedColor),
    box.meta === null ? "" : drawText(box.meta, parts.meta, style.mutedColor),
    ...box.marks.map(({ mark, x, y }) => `<use href="#m-${mark.id}" x="${px(x)}" y="${px(y)}"/>`),
    "</g>",
  ].join("");
}

function tooltip({ title, subtitle, meta, marks }: SceneBox): string {
  return [...[title, subtitle, meta].flatMap((words) => (words === null ? [] : [words.full])), ...marks.map(({ mark }) => mark.label)].join("\n");
}

/** What marks of one kind share, to be used by each. */
export function drawMark({ id, parts, text }: Mark): string {
  const words = text === null ? "" : drawText(text, { ...text, anchor: "start" }, text.color);
  return `<g id="m-${id}" stroke-linecap="round" stroke-linejoin="round">${parts.map(drawMarkPart).join("")}${words}</g>`;
}

function drawMarkPart({ path, fill, stroke, strokeWidth }: MarkPart): string {
  return `<path d="${path}" fill="${fill ?? "none"}"${stroke === null ? "" : ` stroke="${stroke}" stroke-width="${strokeWidth}"`}/>`;
}

/** `shiftPx` to the right and down. */
function outline({ width, height, style }: SceneBox, shiftPx = 0): string {
  const dash = style.dash === "" ? "" : ` stroke-dasharray="${style.dash}"`;
  const place = shiftPx === 0 ? "" : ` x="${shiftPx}" y="${shiftPx}"`;
  return `<rect${place} width="${px(width)}" height="${px(height)}" rx="${style.radius}" fill="${style.fill}" stroke="${style.stroke}" stroke-width="${style.strokeWidth}"${dash}/>`;
}

/** The left edge of the card, rounded like the card outside and straight inside. */
function bar(width: number, height: number, radius: number, color: string): string {
  const inner = height - 2 * radius;
  const cut = radius - Math.sqrt(radius ** 2 - (radius - width) ** 2);
  return `<path d="M${width} ${px(cut)}A${radius} ${radius} 0 0 0 0 ${radius}v${px(inner)}A${radius} ${radius} 0 0 0 ${width} ${px(height - cut)}z" fill="${color}"/>`;
}

function drawTile({ glyph, style }: SceneBox, { x, y, sizePx, glyphPx, radius, isFilled }: TilePart): string {
  const inset = (sizePx - glyphPx) / 2;
  const ground = isFilled ? `<rect x="${x}" y="${y}" width="${sizePx}" height="${sizePx}" rx="${radius}" fill="${style.tileFill}"/>` : "";
  return `${ground}${glyphAt(glyph, x + inset, y + inset, glyphPx, style.glyphColor)}`;
}

export function glyphAt(glyph: string, x: number, y: number, sizePx: number, color: string): string {
  return `<use href="#g-${glyph}" x="${px(x)}" y="${px(y)}" width="${sizePx}" height="${sizePx}" stroke="${color}"/>`;
}

export function drawText({ text }: Pick<SceneText, "text">, { x, y, sizePx, weight, anchor }: TextPart, color: string): string {
  const bold = weight === 600 ? ' font-weight="600"' : "";
  const end = anchor === "end" ? ' text-anchor="end"' : "";
  return `<text x="${px(x)}" y="${px(y)}" font-size="${sizePx}"${bold}${end} fill="${color}">${xmlText(text)}</text>`;
}
