import type { LegendEntry, Scene } from "../../scene/scene";
import { textWidth } from "../../scene/text/text-width";
import { xmlText } from "../svg/xml";
import { vertex } from "./cell";
import { glyphImage } from "./icon";
import { dashes, style } from "./style";

const rowPx = 26;
const swatchPx = 18;
const linePx = 34;
const leastWidthPx = 560;

/** Below the picture, in rows as wide as it is. Lines are shapes here: they end at nothing. */
export function drawLegend(scene: Scene, parent: string): string[] {
  const widest = Math.max(scene.width, leastWidthPx);
  let x = 0;
  let y = scene.height + 32;
  let last: LegendEntry["kind"] | null = null;
  return scene.legend.flatMap((entry, number) => {
    const words = `${entry.label} (${entry.count})`;
    const swatch = entry.line === null ? swatchPx : linePx;
    const textPx = textWidth(words, 12) + 12;
    if (x > 0 && (x + swatch + textPx > widest || entry.kind !== last)) {
      x = 0;
      y += rowPx;
    }
    last = entry.kind;
    const at = { x, y };
    x += swatch + 8 + textPx + 12;
    const look = style({ shape: "text", html: 1, fontFamily: "Arial", align: "left", verticalAlign: "middle", fontSize: 12, fontColor: scene.textColor, strokeColor: "none", fillColor: "none" });
    return [
      vertex({ id: `k${number + 1}`, parent, style: swatchStyle(entry) }, { ...at, width: swatch, height: swatchPx }, { isConnectable: false }),
      vertex({ id: `k${number + 1}t`, parent, style: look, label: xmlText(words) }, { x: at.x + swatch + 6, y, width: textPx, height: swatchPx }, { isConnectable: false }),
    ];
  });
}

function swatchStyle({ line, glyph, tileFill, glyphColor }: LegendEntry): string {
  if (line !== null) return style({ shape: "line", strokeColor: line.stroke, strokeWidth: line.width, ...dashes(line.dash) });
  return glyphImage(glyph ?? "unknown", { ground: tileFill, ink: glyphColor ?? "#000000", share: 0.7 });
}
