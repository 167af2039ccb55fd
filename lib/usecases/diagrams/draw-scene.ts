import type { GroupKey, Overlay } from "../../core/diagram";
import type { Inventory } from "../../core/inventory";
import type { JsonObject } from "../../core/json";
import type { Scene } from "../../scene/scene";

export interface Drawing {
  title: string;
  levels: readonly GroupKey[];
  layout: { id: string; options: JsonObject };
  theme: string;
  overlay?: Pick<Overlay, "hidden" | "names" | "notes" | "places">;
}

/** From an inventory to everything decided: words, sizes, places and colours. */
export async function drawScene(inventory: Pick<Inventory, "resources" | "edges">, drawing: Drawing, signal: AbortSignal): Promise<Scene> {
  const [{ buildView }, { measureView }, { toScene }, { placeInProcess }, { themeOf }, { withoutHidden }] = await Promise.all([
    import("../../scene/build-view"),
    import("../../scene/measure-view"),
    import("../../scene/to-scene"),
    import("../../layouts"),
    import("../../themes"),
    import("../../graph/without-hidden"),
  ]);
  const { title, levels, overlay } = drawing;
  const built = buildView(withoutHidden(inventory, overlay?.hidden ?? []), { title, levels, ...(overlay === undefined ? {} : { overlay }) });
  const placement = await placeInProcess(measureView(built.view), drawing.layout, signal);
  return toScene(built.view, placement, themeOf(drawing.theme), built);
}
