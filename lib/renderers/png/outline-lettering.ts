import { textWidth } from "../../scene/text/text-width";
import type { OutlineFont } from "../fonts/outline-font";
import { textLettering, type Lettering } from "../svg/lettering";
import { px } from "../svg/xml";

/** Words as shapes, fine enough for the scale at which they will be drawn: at 10,000 cards shaped text takes 10 s, shapes 3 s. What has no shape stays text. */
export function outlineLettering(font: OutlineFont, scale: number): Lettering {
  return (part, color) => {
    const { x, y, sizePx, weight, anchor } = part;
    // No point is off by more than 0.06 px of the picture.
    const em = Math.min(512, Math.max(32, 2 ** Math.ceil(Math.log2((sizePx * scale) / 0.12))));
    const asText = textLettering(part, color);
    return (text) => {
      const path = font.outline(text, weight, em);
      if (path === null) return asText(text);
      const start = anchor === "end" ? x - textWidth(text, sizePx, weight) : x;
      return path === "" ? "" : `<path transform="translate(${px(start)} ${px(y)})scale(${sizePx / em})" fill="${color}" d="${path}"/>`;
    };
  };
}
