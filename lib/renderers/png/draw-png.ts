import { CloudVizError } from "../../core/error";
import { exportFont, trueTypeFile } from "../fonts/font-files";
import { openOutlineFont } from "../fonts/outline-font";

/** resvg needs about 9 bytes a pixel at its peak: 360 MB, and as much again for 10,000 cards. */
export const mostMegapixels = 40;

/** Longer sides are drawn by no browser. */
export const mostSidePx = 32_767;

/** The scale at which a picture is drawn: the wanted one, or the largest that the limits allow. */
export function fittingScale({ width, height }: { width: number; height: number }, wanted: number): number {
  return Math.min(wanted, mostSidePx / Math.max(width, height), Math.sqrt((mostMegapixels * 1e6) / (width * height)));
}

/**
 * Draws an SVG at `scale` px for each of its own, or at the largest scale that the limits allow. Words are set in Arimo; fonts of
 * the system, whose reading takes up to a second, step in only for characters that it lacks.
 * `background` is any CSS colour; without one the ground is transparent.
 */
export async function drawPng(svg: string, { scale, background }: { scale: number; background?: string }): Promise<Uint8Array> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: fittingScale(sizeOf(svg), scale) },
    ...(background === undefined ? {} : { background }),
    font: {
      fontFiles: [trueTypeFile(400), trueTypeFile(600)],
      loadSystemFonts: await needsSystemFonts(svg),
      defaultFontFamily: exportFont,
      sansSerifFamily: exportFont,
      serifFamily: exportFont,
    },
    logLevel: "off",
  });
  return image.asPng();
}

async function needsSystemFonts(svg: string): Promise<boolean> {
  const rare = new Set(svg.match(/[^\u0000-\u00ff\u2010-\u2026]/gu) ?? []);
  return rare.size > 0 && !(await openOutlineFont()).covers([...rare].join(""));
}

/** As its first element says it, in px; Graphviz says it in points. */
function sizeOf(svg: string): { width: number; height: number } {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const read = (name: string) => {
    const [, amount, unit] = new RegExp(`\\s${name}="([\\d.]+)(px|pt)?"`).exec(root) ?? [];
    return Number(amount) * (unit === "pt" ? 4 / 3 : 1);
  };
  const size = { width: read("width"), height: read("height") };
  if (!(size.width > 0 && size.height > 0)) throw new CloudVizError("internal", "The picture has no size.");
  return size;
}
