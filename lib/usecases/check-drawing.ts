import type { JsonObject } from "../core/json";
import type { Renderer } from "../renderers/renderer";
import { lookOf, type AskedLook, type Look } from "./diagrams/look-of";

export interface AskedDrawing extends AskedLook {
  format: string;
  /** The format's own, as JSON has them or as texts. */
  options?: JsonObject | undefined;
}

export interface CheckedDrawing {
  renderer: Renderer;
  options: JsonObject;
  look: Look;
}

/** What is to be drawn without a diagram, checked before any work. Throws `invalid-request`, naming what there is. */
export async function checkDrawing({ format, options = {}, ...asked }: AskedDrawing): Promise<CheckedDrawing> {
  const [{ loadRenderer }, { readOptions }, { defaultLayout }, { defaultTheme }] = await Promise.all([
    import("../renderers"),
    import("../renderers/read-options"),
    import("../layouts"),
    import("../themes"),
  ]);
  const renderer = await loadRenderer(format);
  return { renderer, options: readOptions(renderer, options), look: await lookOf({ theme: defaultTheme, layout: { id: defaultLayout, options: {} } }, asked) };
}
