import { boxParts, stackSheetsPx, type TextPart, type TilePart } from "../../scene/box-parts";
import type { Mark, MarkPart } from "../../scene/box-marks";
import type { BoxStyle, SceneBox, SceneText } from "../../scene/scene";
import { textWidth } from "../../scene/text/text-width";
import { px, xmlText } from "./xml";

/** One box as a group at its place, with its full words as tooltip. */
export function drawBox(box: SceneBox): string {
  const { title, subtitle, meta } = box;
  const { ground, titleAt, subtitleAt, metaAt } = box.kind === "card" ? cardForm(box) : formOf(box);
  let content = `${ground}${write(titleAt, title)}`;
  if (subtitle !== null) content += write(subtitleAt, subtitle);
  if (meta !== null) content += write(metaAt, meta);
  for (const { mark, x, y } of box.marks) content += `<use href="#m-${mark.id}" x="${px(x)}" y="${px(y)}"/>`;
  return `<g transform="translate(${px(box.x)} ${px(box.y)})"><title>${tooltip(box)}</title>${content}</g>`;
}

/** A box but for its words: what is below them, and the start of each one's element. */
interface Form {
  ground: string;
  titleAt: string;
  subtitleAt: string;
  metaAt: string;
}

/** Thousands of cards share a few dozen forms. */
const forms = new WeakMap<BoxStyle, Map<string, Form>>();

function cardForm(box: SceneBox): Form {
  let known = forms.get(box.style);
  if (known === undefined) forms.set(box.style, (known = new Map()));
  const key = `${box.glyph} ${box.width} ${box.height} ${box.isCollapsed} ${box.subtitle === null} ${box.meta === null}`;
  let form = known.get(key);
  if (form === undefined) known.set(key, (form = formOf(box)));
  return form;
}

function formOf(box: SceneBox): Form {
  const { style } = box;
  const parts = boxParts(box, box.kind === "frame" ? textWidth(box.title.text, 12, 600) : 0);
  return {
    ground: [
      ...(box.isCollapsed ? stackSheetsPx.map((px) => outline(box, px)) : []),
      outline(box),
      parts.barWidth > 0 ? bar(parts.barWidth, box.height, style.radius, style.accent) : "",
      drawTile(box, parts.tile),
    ].join(""),
    titleAt: textStart(parts.title, style.titleColor),
    subtitleAt: textStart(parts.subtitle, style.mutedColor),
    metaAt: textStart(parts.meta, style.mutedColor),
  };
}

function write(start: string, { text }: SceneText): string {
  return `${start}${xmlText(text)}</text>`;
}

function tooltip({ title, subtitle, meta, marks }: SceneBox): string {
  let words = xmlText(title.full);
  if (subtitle !== null) words += `\n${xmlText(subtitle.full)}`;
  if (meta !== null) words += `\n${xmlText(meta.full)}`;
  for (const { mark } of marks) words += `\n${mark.label}`;
  return words;
}

/** What marks of one kind share, to be used by each. */
export function drawMark({ id, parts, text }: Mark): string {
  const words = text === null ? "" : drawText(text, { ...text, anchor: "start" }, text.color);
  return `<g id="m-${id}" stroke-linecap="round" stroke-linejoin="round">${parts.map(drawMarkPart).join("")}${words}</g>`;
}

function drawMarkPart({ path, fill, stroke, strokeWidth }: MarkPart): string {
  return `<path d="${path}" fill="${fill ?? "none"}"${stroke === null ? "" : ` stroke="${stroke}" stroke-width="${strokeWidth}"`}/>`;
}

/** `shiftPx` to the right and down for the sheets behind, with plain borders. */
function outline({ width, height, style }: SceneBox, shiftPx = 0): string {
  const dash = style.dash === "" || shiftPx > 0 ? "" : ` stroke-dasharray="${style.dash}"`;
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

export function drawText({ text }: Pick<SceneText, "text">, part: TextPart, color: string): string {
  return `${textStart(part, color)}${xmlText(text)}</text>`;
}

function textStart({ x, y, sizePx, weight, anchor }: TextPart, color: string): string {
  const bold = weight === 600 ? ' font-weight="600"' : "";
  const end = anchor === "end" ? ' text-anchor="end"' : "";
  return `<text x="${px(x)}" y="${px(y)}" font-size="${sizePx}"${bold}${end} fill="${color}">`;
}
