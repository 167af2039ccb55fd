import { CloudVizError } from "../core/error";
import type { Theme } from "../themes";
import type { BoxNames } from "./box-names";
import { captionOf } from "./caption-of";
import type { Placement } from "./layout-input";
import { legendOf } from "./legend";
import type { Scene } from "./scene";
import { sceneBox } from "./scene-box";
import { sceneLine } from "./scene-line";
import type { View } from "./view/view";

/** What a picture says besides what is drawn. */
export interface SceneRemarks {
  /** The moment that is shown; none is told when it is left out. */
  at?: string | null;
  /** By box number. */
  notes?: ReadonlyMap<number, string>;
}

/** Everything decided, as objects: what renderers read. Throws when the layout left something out. */
export function toScene(view: View, placement: Placement, theme: Theme, names: BoxNames, { at = null, notes = new Map() }: SceneRemarks = {}): Scene {
  if (placement.x.length !== view.boxes.count || placement.pointStart.length !== view.lines.count + 1) {
    throw new CloudVizError("internal", "The layout left out a part of the diagram; choose another layout.");
  }
  const boxes = Array.from({ length: view.boxes.count }, (_, box) => sceneBox(view, placement, theme, box, names));
  const lines = Array.from({ length: view.lines.count }, (_, line) => sceneLine(view, placement, theme, line, names));
  return {
    title: view.title,
    caption: captionOf(boxes, lines, at),
    theme: theme.id,
    background: theme.canvas,
    textColor: theme.text,
    mutedColor: theme.muted,
    width: placement.width,
    height: placement.height,
    boxes,
    lines,
    legend: legendOf(theme, boxes, lines),
    notes: boxes.flatMap(({ id, title }, box) => {
      const text = notes.get(box);
      return text === undefined ? [] : [{ box: id, title: title.full, text }];
    }),
  };
}
