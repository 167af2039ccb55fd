"use client";

import { useMemo, useState } from "react";
import type { DiagramView, DiagramViewBoxes } from "@/lib/core/diagram/view";
import type { Overlay } from "@/lib/core/diagram/diagram";
import type { LayoutChoice } from "@/lib/layouts/layout-message";
import { isCollapsed } from "@/lib/scene/box-words";
import { editView } from "@/lib/scene/view/edit-view";
import { foldView } from "@/lib/scene/view/fold-view";
import { keptFor, placesInFrames, type SameLook } from "@/lib/scene/view/kept-places";
import { hold, type KeptPlaces, type Placement } from "@/lib/scene/layout-input";
import { measureView } from "@/lib/scene/measure-view";
import { partOfView, type DerivedView } from "@/lib/scene/view/part-of-view";
import type { View } from "@/lib/scene/view/view";
import { decodeView } from "@/lib/scene/view/view-payload";
import type { Theme } from "@/lib/themes";
import { createDrawing, withTheme, type Drawing } from "../painter/drawing";
import { neighbourhoodOf } from "./neighbourhood";
import { usePlacement, type PlacementState } from "./use-placement";

/** The boxes as they are drawn: what the server answered, edited, without what is left out, with closed groups folded. */
export interface DrawnView {
  view: View;
  /** Of each drawn box the number in the server's answer. */
  origin: Int32Array;
  /** Which answer that was. */
  token: string;
  /** Of the inventory that it was made of. */
  revision: number;
  /** What people chose to look at; while it stays, the picture keeps its places when the inventory changes. */
  subject: string;
}

export interface DiagramScene extends Omit<PlacementState<DrawnView>, "placed"> {
  /** The last picture; null before the first. */
  drawn: DrawnView | null;
  drawing: Drawing | null;
  /** By drawn box; null until they are loaded. */
  ids: readonly string[] | null;
  keys: readonly (string | null)[] | null;
  /** Of the view that is being laid out, which may be newer than the picture. */
  count: number;
}

export interface DiagramSceneOptions {
  answer: DiagramView;
  /** Of the same answer; undefined while it is loaded. */
  names: DiagramViewBoxes | undefined;
  overlay: Overlay;
  layout: LayoutChoice;
  theme: Theme;
  /** How this look agrees with the one that was arranged. */
  arranged: SameLook;
  /** Only so many steps around one resource are drawn; null = everything. */
  only: { key: string; hops: number } | null;
  subject: string;
}

/** From the server's answer to what is painted. */
export function useDiagramScene({ overlay, layout, theme, arranged, only, subject, ...received }: DiagramSceneOptions): DiagramScene {
  const { answer, known } = useSettled(received, subject);
  const decoded = useMemo(() => decodeView(answer.view, answer.title), [answer]);
  const view = useMemo(() => (known === null ? decoded : editView(decoded, known.ids, overlay)), [decoded, known, overlay]);
  const { hidden, collapsed } = overlay;
  const whole = useMemo(() => ({ view, origin: Int32Array.from({ length: view.boxes.count }, (_, box) => box) }), [view]);
  const [onlyKey, hops] = [only?.key ?? null, only?.hops ?? 0];
  const near = useMemo(() => (known === null || onlyKey === null ? null : neighbourhoodOf(view, known.keys.indexOf(onlyKey), hops)), [view, known, onlyKey, hops]);
  const part = useMemo(() => shownPart(whole, known?.ids ?? null, hidden, near), [whole, known, hidden, near]);
  // As text: ids arrive after the first paint, and what is folded is mostly the same then.
  const closed = useMemo(() => (known === null ? answer.collapsed : numbersOf(known.ids, collapsed)).join(" "), [known, collapsed, answer]);
  const folded = useMemo(() => foldedPart(part, closed), [part, closed]);
  const drawn = useMemo<DrawnView>(() => ({ ...folded, token: answer.token, revision: answer.revision, subject }), [folded, answer, subject]);

  // Ids of every answer that a picture was made of, as long as that picture is shown: the next one is laid out meanwhile.
  const [remembered, setRemembered] = useState<readonly DiagramViewBoxes[]>([]);
  if (known !== null && remembered[0] !== known) setRemembered([known, ...remembered.filter(({ token }) => token !== known.token)].slice(0, mostRemembered));

  const [last, setLast] = useState<Last | null>(null);
  const { isSameGrouping, isSameLayout } = arranged;
  const input = useMemo(() => {
    const whole = measureView(drawn.view);
    const measured = { ...whole, kept: keptFor(whole.kept, { isSameGrouping, isSameLayout }) };
    // What a person arranged and took back is not to stay where it was.
    const isLeft = last !== null && last.subject === drawn.subject && last.view.kept === null;
    if (measured.kept !== null || !isLeft || last.ids === null || known === null) return measured;
    return { ...measured, kept: keptFrom(last, drawn, known.ids) };
    // oxlint-disable-next-line react/exhaustive-deps -- the picture before counts when another one is to be drawn, not when this one has been
  }, [drawn, isSameGrouping, isSameLayout]);
  const { placed, ...state } = usePlacement(drawn, input, layout);

  const ids = useMemo(() => namesOf(placed?.subject, remembered)?.ids ?? null, [placed, remembered]);
  const keys = useMemo(() => namesOf(placed?.subject, remembered)?.keys ?? null, [placed, remembered]);
  if (placed !== null && (last === null || last.placement !== placed.placement || last.ids !== ids)) setLast({ subject: placed.subject.subject, view: placed.subject.view, placement: placed.placement, ids });

  const plain = useMemo(() => (placed === null ? null : createDrawing(placed.subject.view, placed.placement, theme)), [placed]); // oxlint-disable-line react/exhaustive-deps -- another theme needs no new geometry
  const drawing = useMemo(() => (plain === null || plain.theme === theme ? plain : withTheme(plain, theme)), [plain, theme]);
  return { ...state, drawn: placed?.subject ?? null, drawing, ids, keys, count: drawn.view.boxes.count };
}

/** Answers that come while one layout lasts. */
const mostRemembered = 3;

interface Settled {
  answer: DiagramView;
  known: DiagramViewBoxes | null;
}

/**
 * An answer of the same subject waits for its ids, which come by a second request: without them nobody knows what stood where,
 * and everything would be placed anew.
 */
function useSettled({ answer, names }: Pick<DiagramSceneOptions, "answer" | "names">, subject: string): Settled {
  const [settled, setSettled] = useState<(Settled & { subject: string }) | null>(null);
  const known = names?.token === answer.token ? names : null;
  if (known !== null && (settled === null || settled.answer !== answer || settled.known !== known || settled.subject !== subject)) setSettled({ answer, known, subject });
  return known === null && settled !== null && settled.subject === subject ? settled : { answer, known };
}

interface Last {
  subject: string;
  view: View;
  placement: Placement;
  ids: readonly string[] | null;
}

function shownPart(whole: DerivedView, ids: readonly string[] | null, hidden: readonly string[], near: Uint8Array | null): DerivedView {
  if (ids === null || (hidden.length === 0 && near === null)) return whole;
  const gone = new Set(hidden);
  const keep = Uint8Array.from(ids, (id, box) => Number(!gone.has(id) && (near === null || near[box] === 1)));
  if (near !== null) keepFramesAround(whole.view, keep);
  return keep.every((kept) => kept === 1) ? whole : partOfView(whole.view, keep);
}

function keepFramesAround({ boxes: { count, parent } }: View, keep: Uint8Array): void {
  for (let box = count - 1; box >= 0; box--) {
    const above = parent[box] ?? -1;
    if (keep[box] === 1 && above >= 0) keep[above] = 1;
  }
}

function numbersOf(ids: readonly string[], wanted: readonly string[]): number[] {
  if (wanted.length === 0) return [];
  const set = new Set(wanted);
  return ids.flatMap((id, box) => (set.has(id) ? [box] : []));
}

/** `closed`: numbers of the server's answer. */
function foldedPart(part: DerivedView, closed: string): DerivedView {
  if (closed === "") return part;
  const { view, origin } = part;
  const wanted = new Set(closed.split(" ").map(Number));
  const folded = foldView(view, [...origin.keys()].filter((box) => wanted.has(origin[box] ?? -1)));
  return { view: folded.view, origin: Int32Array.from(folded.origin, (box) => origin[box] ?? -1) };
}

function namesOf(drawn: DrawnView | undefined, remembered: readonly DiagramViewBoxes[]): Pick<DiagramViewBoxes, "ids" | "keys"> | null {
  const names = remembered.find(({ token }) => token === drawn?.token);
  if (drawn === undefined || names === undefined) return null;
  return { ids: Array.from(drawn.origin, (box) => names.ids[box] ?? ""), keys: Array.from(drawn.origin, (box) => names.keys[box] ?? null) };
}

/** Where boxes stood in the picture before, for those that are drawn again. */
function keptFrom(last: Last, { view, origin }: DrawnView, ids: readonly string[]): KeptPlaces {
  const { x, y } = placesInFrames(last.view, last.placement);
  const before = new Map(last.ids?.map((id, box) => [id, box]));
  const from = Int32Array.from(origin, (box) => before.get(ids[box] ?? "") ?? -1);
  // What was just opened has grown: it stays, and what is around it gives way.
  const isOpened = (box: number) => isCollapsed(last.view.boxes.flags[from[box] ?? -1] ?? 0) && !isCollapsed(view.boxes.flags[box] ?? 0);
  return {
    x: Float64Array.from(from, (box) => x[box] ?? 0),
    y: Float64Array.from(from, (box) => y[box] ?? 0),
    hold: Uint8Array.from({ length: view.boxes.count }, (_, box) => ((from[box] ?? -1) < 0 ? hold.free : isOpened(box) ? hold.pinned : hold.kept)),
  };
}
