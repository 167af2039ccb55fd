import type { TextPart } from "../../scene/box-parts";
import { textWidth, type FontWeight } from "../../scene/text/text-width";
import type { ForeignWords } from "../fonts/foreign-words";
import { fillColor, moveOrigin, number } from "./operators";
import { pathOperators } from "./path-operators";
import type { PdfFont } from "./pdf-font";

/** What a page is drawn on: operators and words, one over the other. Y goes downwards. */
export interface PdfSheet {
  draw(operators: string): void;
  write(part: TextPart, text: string, color: string): void;
  /** All that was drawn. */
  content(): string;
}

export function pdfSheet(fonts: Record<FontWeight, PdfFont>, foreign: ForeignWords): PdfSheet {
  const drawn: string[] = [];
  return {
    draw: (operators) => void drawn.push(operators),
    write: ({ x, y, sizePx, weight, anchor }, text, color) => {
      if (text === "") return;
      const start = anchor === "end" ? x - textWidth(text, sizePx, weight) : x;
      const shapes = foreign.shapesOf(text, weight);
      if (shapes === null) {
        const { name, encode } = fonts[weight];
        drawn.push(`${fillColor(color)} BT /${name} ${sizePx} Tf 1 0 0 -1 ${number(start)} ${number(y)} Tm ${encode(text)} Tj ET`);
        return;
      }
      const scale = number(sizePx / foreign.sizePx);
      const painted = shapes.map((shape) => `${fillColor(shape.color ?? color)} ${pathOperators(shape.path)} f`);
      drawn.push(`q ${moveOrigin({ x: start, y })} ${scale} 0 0 ${scale} 0 0 cm ${painted.join(" ")} Q`);
    },
    content: () => drawn.join("\n"),
  };
}
