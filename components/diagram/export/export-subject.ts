import type { ExportWish } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import type { View } from "@/lib/scene/view/view";
import { viewQueryOf, type DiagramLook } from "../state/diagram-look";
import type { DiagramUrl } from "../state/diagram-url";

interface Shown {
  diagram: Diagram;
  look: Pick<DiagramLook, "layout" | "theme">;
  url: Pick<DiagramUrl, "q" | "group" | "preset">;
}

/** What the page shows, in its own terms: this is found out there, and thought about only when something is exported. */
export interface ShownDiagram extends Shown {
  /** Null until it is drawn. */
  view: View | null;
  /** By box number; null for frames that are no resources. */
  keys: readonly (string | null)[];
  selected: ReadonlySet<number>;
  /** A neighbourhood is looked at alone: `keys` are those of its boxes. */
  isNear: boolean;
  count: number;
}

/** What the page shows when something of it is exported. */
export interface ExportSubject extends Shown {
  /** Keys of what a neighbourhood leaves of the diagram; null = no neighbourhood is looked at alone. */
  near: readonly string[] | null;
  /** Keys of what is selected. */
  selected: readonly string[];
  /** Boxes that are drawn. */
  count: number;
}

export function exportSubjectOf({ view, keys, selected, isNear, count, ...shown }: ShownDiagram): ExportSubject {
  return {
    ...shown,
    near: isNear ? keys.filter((key) => key !== null) : null,
    selected: view === null ? [] : keysOfBoxes(view, keys, selected),
    count: view?.boxes.count ?? count,
  };
}

const exportScopeIds = ["whole", "view", "selection"] as const;
export type ExportScopeId = (typeof exportScopeIds)[number];

export interface ExportScope {
  id: ExportScopeId;
  label: string;
  wish: Pick<ExportWish, "q" | "group" | "preset" | "select">;
}

/** Only those that differ: without filter, preset and neighbourhood the view is the whole diagram. Groups are how it is shown, not what. */
export function scopesOf({ url, near, selected }: Pick<ExportSubject, "url" | "near" | "selected">): ExportScope[] {
  const view = viewQueryOf(url);
  const whole = viewQueryOf({ ...url, q: "", preset: null });
  const isNarrowed = url.q.trim() !== "" || url.preset !== null || near !== null;
  return [
    { id: "whole", label: "Everything", wish: whole },
    ...(isNarrowed ? [{ id: "view" as const, label: "This view", wish: { ...view, ...(near === null ? {} : { select: [...near] }) } }] : []),
    ...(selected.length === 0 ? [] : [{ id: "selection" as const, label: "Selection", wish: { ...view, select: [...selected] } }]),
  ];
}

/** Keys of boxes; a frame that is no resource stands for all that it holds. */
export function keysOfBoxes({ boxes: { parent, count } }: Pick<View, "boxes">, keys: readonly (string | null)[], selected: ReadonlySet<number>): string[] {
  // Frames come before what they hold.
  const isMeant = new Uint8Array(count);
  const found: string[] = [];
  for (let box = 0; box < count; box++) {
    const above = parent[box] ?? -1;
    const isInGroup = above >= 0 && isMeant[above] === 1 && (keys[above] ?? null) === null;
    if (!selected.has(box) && !isInGroup) continue;
    isMeant[box] = 1;
    const key = keys[box] ?? null;
    if (key !== null) found.push(key);
  }
  return found;
}
