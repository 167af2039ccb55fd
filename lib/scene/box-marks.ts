import type { Theme } from "../themes";
import { hold } from "./layout-input";
import { textWidth, type FontWeight } from "./text/text-width";
import { boxFlags, statuses, type View } from "./view/view";

export type MarkId = "stopped" | "warning" | "error" | "new" | "changed" | "noted" | "pinned" | "renamed";

/** A small sign astride a card's border, so that it covers no word. In px of the drawing, from the mark's own corner. */
export interface Mark {
  id: MarkId;
  label: string;
  /** Painted one over the other, with round ends and corners. */
  parts: readonly MarkPart[];
  text: MarkText | null;
}

export interface MarkPart {
  /** SVG path data. */
  path: string;
  fill: string | null;
  /** Over the fill. */
  stroke: string | null;
  strokeWidth: number;
}

export interface MarkText {
  text: string;
  x: number;
  y: number;
  sizePx: number;
  weight: FontWeight;
  color: string;
}

/** Where the corner of a mark is, from the corner of the card that it keeps to. */
export interface MarkPlace {
  id: MarkId;
  isRight: boolean;
  isBottom: boolean;
  x: number;
  y: number;
}

const places: MarkPlace[][] = [];

/** The marks of a card: how it does and whether it is new or changed on its upper border, what a person did to it on the lower one. */
export function marksOf({ boxes, kept }: Pick<View, "boxes" | "kept">, box: number): readonly MarkPlace[] {
  const isPinned = kept?.hold[box] === hold.pinned;
  const flags = (boxes.flags[box] ?? 0) & (boxFlags.isNew | boxFlags.isChanged | boxFlags.noted | boxFlags.renamed);
  const status = boxes.status[box] ?? 0;
  // Painting asks this of every card in sight: all that agree share one list.
  return (places[(flags * 2 + Number(isPinned)) * statuses.length + status] ??= placeMarks(status, flags, isPinned));
}

function placeMarks(status: number, flags: number, isPinned: boolean): MarkPlace[] {
  const name = statuses[status];
  const edits: MarkId[] = [...((flags & boxFlags.noted) === 0 ? [] : ["noted" as const]), ...(isPinned ? ["pinned" as const] : []), ...((flags & boxFlags.renamed) === 0 ? [] : ["renamed" as const])];
  return [
    ...(name === undefined || name === "unknown" || name === "ok" ? [] : [{ id: name, isRight: true, isBottom: false, x: -11, y: -6 }]),
    ...((flags & boxFlags.isNew) === 0 ? [] : [{ id: "new" as const, ...pillPlace }]),
    ...((flags & boxFlags.isChanged) === 0 ? [] : [{ id: "changed" as const, ...pillPlace }]),
    ...edits.map((id, index) => ({ id, isRight: true, isBottom: true, x: -16 - 18 * index, y: -8 })),
  ];
}

const pillPlace = { isRight: false, isBottom: false, x: 8, y: -8 };

const looks = new WeakMap<Theme, Record<MarkId, Mark>>();

/** How marks look in a theme. */
export function markLooks(theme: Theme): Record<MarkId, Mark> {
  let known = looks.get(theme);
  if (known === undefined) looks.set(theme, (known = drawMarks(theme)));
  return known;
}

const roundShape = "M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0z";
const badge = "M0.5 8a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0z";

function drawMarks(theme: Theme): Record<MarkId, Mark> {
  return {
    stopped: statusMark(theme, "stopped", "Stopped", theme.stopped, roundShape, "M6.2 5.4V10.6M9.8 5.4V10.6"),
    warning: statusMark(theme, "warning", "Warning", theme.warn, "M8 1L15.5 14.5H0.5z", "M8 5.6V9.4M8 12V12.05"),
    error: statusMark(theme, "error", "Error", theme.error, "M5 1H11L15 5V11L11 15H5L1 11V5z", "M5.6 5.6L10.4 10.4M10.4 5.6L5.6 10.4"),
    new: pill("new", "New", { ...theme.isNew, border: null }),
    changed: pill("changed", "Changed", { fill: theme.surface, text: theme.text, border: theme.isNew.fill }),
    noted: editMark(theme, "noted", "Has a note", "M5 4h6v5l-2.4 3H5zM6.8 6.6h2.6M6.8 8.8h1.8"),
    pinned: editMark(theme, "pinned", "Pinned", "M6.2 3.8h3.6M6.8 3.8v3.4L5.2 9.2h5.6L9.2 7.2V3.8M8 9.2v3.4"),
    renamed: editMark(theme, "renamed", "Renamed", "M4.6 11.4l.5-2L9.8 4.7l1.5 1.5-4.7 4.7z"),
  };
}

/** A shape with a rim of the card's ground and a sign in it: told apart without colour. */
function statusMark({ surface }: Theme, id: MarkId, label: string, color: string, shape: string, sign: string): Mark {
  const rim = { path: shape, fill: null, stroke: surface, strokeWidth: 3 };
  return { id, label, parts: [rim, { path: shape, fill: color, stroke: null, strokeWidth: 0 }, { path: sign, fill: null, stroke: surface, strokeWidth: 1.7 }], text: null };
}

function editMark({ surface, border, text }: Theme, id: MarkId, label: string, sign: string): Mark {
  return { id, label, parts: [{ path: badge, fill: surface, stroke: border, strokeWidth: 1 }, { path: sign, fill: null, stroke: text, strokeWidth: 1.2 }], text: null };
}

function pill(id: MarkId, label: string, { fill, text, border }: { fill: string; text: string; border: string | null }): Mark {
  const flat = Math.round(100 * (textWidth(label, 10, 600) - 6)) / 100;
  return {
    id,
    label,
    parts: [{ path: `M8 0h${flat}a8 8 0 0 1 0 16h-${flat}a8 8 0 0 1 0-16z`, fill, stroke: border, strokeWidth: border === null ? 0 : 1.5 }],
    text: { text: label, x: 5, y: 11.6, sizePx: 10, weight: 600, color: text },
  };
}
