import type { GroupKey, Overlay } from "../../core/diagram";
import type { Inventory } from "../../core/inventory";
import type { JsonObject } from "../../core/json";
import type { Scene } from "../../scene/scene";

export interface Drawing {
  title: string;
  levels: readonly GroupKey[];
  layout: { id: string; options: JsonObject };
  theme: string;
  overlay?: Pick<Overlay, "hidden" | "names">;
}

/** From an inventory to everything decided: words, sizes, places and colours. */
export async function drawScene(inventory: Pick<Inventory, "resources" | "edges">, drawing: Drawing, signal: AbortSignal): Promise<Scene> {
  const [{ prepareScene }, { placeInProcess }, { themeOf }] = await Promise.all([import("../../scene/prepare"), import("../../layouts"), import("../../themes")]);
  const { title, levels, overlay } = drawing;
  const prepared = prepareScene(inventory, { title, levels, theme: themeOf(drawing.theme), ...(overlay === undefined ? {} : { overlay }) });
  return prepared.finish(await placeInProcess(prepared.input, drawing.layout, signal));
}
