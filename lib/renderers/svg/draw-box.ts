import { boxParts, stackSheetsPx, type TilePart } from "../../scene/box-parts";
import type { Mark, MarkPart } from "../../scene/box-marks";
import type { BoxStyle, SceneBox } from "../../scene/scene";
import { textWidth } from "../../scene/text/text-width";
import type { Lettering } from "./lettering";
import { px, xmlText } from "./xml";

/** Draws boxes, each as a group at its place. */
export function boxDrawer(lettering: Lettering, { isTold }: { /** With the full words as tooltip. */ isTold: boolean }): (box: SceneBox) => string {
  /** Thousands of cards share a few dozen forms. */
  const forms = new Map<BoxStyle, Map<string, Form>>();
  const cardForm = (box: SceneBox): Form => {
    let known = forms.get(box.style);
    if (known === undefined) forms.set(box.style, (known = new Map()));
    const key = `${box.glyph} ${box.width} ${box.height} ${box.isCollapsed} ${box.subtitle === null} ${box.meta === null}`;
    let form = known.get(key);
    if (form === undefined) known.set(key, (form = formOf(box, lettering)));
    return form;
  };
  return (box) => {
    const { title, subtitle, meta } = box;
    const { ground, writeTitle, writeSubtitle, writeMeta } = box.kind === "card" ? cardForm(box) : formOf(box, lettering);
    let content = `${ground}${writeTitle(title.text)}`;
    if (subtitle !== null) content += writeSubtitle(subtitle.text);
    if (meta !== null) content += writeMeta(meta.text);
    for (const { mark, x, y } of box.marks) content += `<use href="#m-${mark.id}" x="${px(x)}" y="${px(y)}"/>`;
    return `<g transform="translate(${px(box.x)} ${px(box.y)})">${isTold ? `<title>${tooltip(box)}</title>` : ""}${content}</g>`;
  };
}

/** A box but for its words: what is below them, and what writes each at its place. */
interface Form {
  ground: string;
  writeTitle: (text: string) => string;
  writeSubtitle: (text: string) => string;
  writeMeta: (text: string) => string;
}

function formOf(box: SceneBox, lettering: Lettering): Form {
  const { style } = box;
  const parts = boxParts(box, box.kind === "frame" ? textWidth(box.title.text, 12, 600) : 0);
  return {
    ground: [
      ...(box.isCollapsed ? stackSheetsPx.map((px) => outline(box, px)) : []),
      outline(box),
      parts.barWidth > 0 ? bar(parts.barWidth, box.height, style.radius, style.accent) : "",
      drawTile(box, parts.tile),
    ].join(""),
    writeTitle: lettering(parts.title, style.titleColor),
    writeSubtitle: lettering(parts.subtitle, style.mutedColor),
    writeMeta: lettering(parts.meta, style.mutedColor),
  };
}

function tooltip({ title, subtitle, meta, marks }: SceneBox): string {
  let words = xmlText(title.full);
  if (subtitle !== null) words += `\n${xmlText(subtitle.full)}`;
  if (meta !== null) words += `\n${xmlText(meta.full)}`;
  for (const { mark } of marks) words += `\n${mark.label}`;
  return words;
}

/** What marks of one kind share, to be used by each. */
export function drawMark({ id, parts, text }: Mark, lettering: Lettering): string {
  const words = text === null ? "" : lettering({ ...text, anchor: "start" }, text.color)(text.text);
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
