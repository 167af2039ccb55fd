import type { GroupKey } from "../../core/diagram/diagram";
import type { Inventory } from "../../core/resource/inventory";
import type { JsonObject } from "../../core/json";
import type { Scene } from "../../scene/scene";
import type { BoxNames } from "../../scene/to-scene";
import type { View } from "../../scene/view/view";

export interface Look {
  layout: { id: string; options: JsonObject };
  theme: string;
}

export interface Drawing extends Look {
  title: string;
  levels: readonly GroupKey[];
}

/** From an inventory to everything decided: words, sizes, places and colours. */
export async function drawScene(inventory: Pick<Inventory, "resources" | "edges">, drawing: Drawing, signal: AbortSignal): Promise<Scene> {
  const { buildView } = await import("../../scene/view/build-view");
  const built = buildView(inventory, drawing);
  return placeView(built.view, built, drawing, signal);
}

/** A view with places and colours. */
export async function placeView(view: View, names: BoxNames, { layout, theme }: Look, signal: AbortSignal): Promise<Scene> {
  const [{ measureView }, { toScene }, { placeCached }, { themeOf }] = await Promise.all([
    import("../../scene/measure-view"),
    import("../../scene/to-scene"),
    import("../../layouts/cache/place-cached"),
    import("../../themes"),
  ]);
  return toScene(view, await placeCached(measureView(view), layout, signal), themeOf(theme), names);
}
