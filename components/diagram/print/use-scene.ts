"use client";

import { useMemo } from "react";
import type { ExportWish } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import type { DiagramView, DiagramViewBoxes } from "@/lib/core/diagram/view";
import type { LayoutChoice } from "@/lib/layouts/layout-message";
import { measureView } from "@/lib/scene/measure-view";
import type { Scene } from "@/lib/scene/scene";
import type { BoxNames } from "@/lib/scene/box-names";
import { toScene } from "@/lib/scene/to-scene";
import { foldView } from "@/lib/scene/view/fold-view";
import { keptFor, sameLook } from "@/lib/scene/view/kept-places";
import { partOfView } from "@/lib/scene/view/part-of-view";
import { selectedBoxes } from "@/lib/scene/view/selected-boxes";
import type { View } from "@/lib/scene/view/view";
import { decodeView } from "@/lib/scene/view/view-payload";
import { themeOf } from "@/lib/themes";
import { usePlacement } from "../state/use-placement";

/** A diagram's picture with nothing of it left to be asked for. */
export interface PlainView {
  view: View;
  names: BoxNames;
  notes: ReadonlyMap<number, string>;
}

/** What an export of the wish draws, made here as the server makes it: to plan its pages. Null while it is not ready. */
export function useScene(diagram: Diagram, answer: DiagramView, boxes: DiagramViewBoxes, { theme = diagram.theme, layout, layoutOptions, select, q, preset }: Omit<ExportWish, "format">): { scene: Scene | null; error: unknown } {
  const selected = select?.join(",") ?? null;
  const plain = useMemo(() => plainView(answer, boxes, selected), [answer, boxes, selected]);
  const chosen: LayoutChoice = { id: layout ?? diagram.layout.id, options: layout === undefined ? diagram.layout.options : (layoutOptions ?? {}) };
  const isWhole = (q ?? "") === "" && preset === undefined;
  const { isSameGrouping, isSameLayout } = sameLook(diagram, { grouping: answer.grouping, layout: chosen, isWhole });
  const input = useMemo(() => {
    const measured = measureView(plain.view);
    return { ...measured, kept: keptFor(measured.kept, { isSameGrouping, isSameLayout }) };
  }, [plain, isSameGrouping, isSameLayout]);
  const { placed, error } = usePlacement(plain, input, chosen);
  const scene = useMemo(() => (placed === null ? null : toScene(placed.subject.view, placed.placement, themeOf(theme), placed.subject.names, { notes: placed.subject.notes })), [placed, theme]);
  return { scene, error };
}

function plainView(answer: DiagramView, { ids, keys }: DiagramViewBoxes, selected: string | null): PlainView {
  const folded = foldView(decodeView(answer.view, answer.title), answer.collapsed);
  const wanted = selected === null ? null : new Set(selected.split(","));
  const part = wanted === null ? null : partOfView(folded.view, selectedBoxes(folded.view, (box) => wanted.has(keys[folded.origin[box] ?? -1] ?? "")));
  const origin = part === null ? folded.origin : part.origin.map((box) => folded.origin[box] ?? -1);
  return {
    view: part?.view ?? folded.view,
    names: { ids: Array.from(origin, (box) => ids[box] ?? ""), keys: Array.from(origin, (box) => keys[box] ?? null) },
    notes: new Map([...origin].flatMap((box, index) => { const note = answer.notes[box]; return note === undefined ? [] : [[index, note] as const]; })),
  };
}
