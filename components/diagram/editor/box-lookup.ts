import { isCard } from "@/lib/scene/box-words";
import { placesInFrames } from "@/lib/scene/view/kept-places";
import type { ActionBox, BoxLookup, Likeness } from "../actions/action-context";
import type { StandingBox } from "../document/edits/place-edits";
import type { Drawing } from "../painter/drawing";

/** The drawn boxes by id. Nothing is worked out before it is asked for: this is made anew with every picture. */
export function boxLookup({ view, placement }: Drawing, ids: readonly string[], keys: readonly (string | null)[], tagged: (id: string) => Promise<readonly string[]>): BoxLookup & { number: (id: string) => number } {
  let numbers: Map<string, number> | null = null;
  let places: { x: Float64Array; y: Float64Array } | null = null;
  const { boxes } = view;
  const number = (id: string) => (numbers ??= new Map(ids.map((known, box) => [known, box]))).get(id) ?? -1;
  const standing = (box: number): StandingBox => {
    places ??= placesInFrames(view, placement);
    return { id: ids[box] ?? "", name: boxes.title[box] ?? "", x: places.x[box] ?? 0, y: places.y[box] ?? 0 };
  };
  return {
    number,
    get(id): ActionBox | null {
      const box = number(id);
      if (box < 0) return null;
      return { id, name: boxes.title[box] ?? "", kind: isCard(view, box) && box >= boxes.frames ? "card" : "frame", resourceKey: keys[box] ?? null, parent: ids[boxes.parent[box] ?? -1] ?? null };
    },
    all: () => ids,
    place(id) {
      const box = number(id);
      return box < 0 ? null : standing(box);
    },
    *standing() {
      for (let box = 0; box < boxes.count; box++) yield standing(box);
    },
    alike(id, by: Likeness) {
      if (by === "tags") return tagged(id);
      const box = number(id);
      const column = by === "type" ? boxes.type : boxes.parent;
      return ids.filter((_, other) => other >= boxes.frames && column[other] === column[box]);
    },
  };
}

/** Of the selected boxes those that no other selected one holds: a frame takes along what is in it. */
export function outermost({ boxes: { parent } }: Drawing["view"], selected: readonly number[]): number[] {
  const chosen = new Set(selected);
  return selected.filter((box) => {
    for (let above = parent[box] ?? -1; above >= 0; above = parent[above] ?? -1) if (chosen.has(above)) return false;
    return true;
  });
}
