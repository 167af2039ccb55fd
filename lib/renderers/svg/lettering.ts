import type { TextPart } from "../../scene/box-parts";
import { px, xmlText } from "./xml";

/** Makes what writes words at one place in one look: thousands of words stand at a few dozen places. */
export type Lettering = (part: TextPart, color: string) => (text: string) => string;

/** Words as text, to be found and copied. */
export function textLettering({ x, y, sizePx, weight, anchor }: TextPart, color: string): (text: string) => string {
  const bold = weight === 600 ? ' font-weight="600"' : "";
  const end = anchor === "end" ? ' text-anchor="end"' : "";
  const start = `<text x="${px(x)}" y="${px(y)}" font-size="${sizePx}"${bold}${end} fill="${color}">`;
  return (text) => `${start}${xmlText(text)}</text>`;
}
