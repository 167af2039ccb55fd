import type { Category } from "@/lib/core/resource/category";
import { categories } from "@/lib/core/resource/categories";
import { isListed } from "@/lib/scene/view/view-tree";
import { overlap, seenRect, type Camera } from "./camera";
import { boxRect, takeCut } from "./cut";
import { mergedAt, type Drawing } from "./drawing";
import { noCategory, lineSigns, type LineSign } from "./geometry";
import { linesInView } from "./lines-in-view";
import { areLinesSingle, hiddenWithin, mergeLines } from "./merged/merge-lines";
import { curveRect } from "./merged/curves";
import { isCardOff, isLineOff, nothingOff, type SwitchedOff } from "./switched-off";

/** What of a drawing is in sight, and how: for "Showing X of Y" and the legend. */
export interface VisibleStats {
  /** Resources drawn one by one, as cards or as frames that are resources. */
  drawn: number;
  /** Resources that tiles and folded frames stand for. */
  folded: number;
  /** Resources of categories that are switched off, and seen nowhere. */
  off: number;
  /** Relationships drawn as a line each. */
  linesDrawn: number;
  /** Relationships that share a curve with others, or stand for others' ends. */
  linesMerged: number;
  /** Relationships inside one tile or one frame of blocks, not drawn. */
  linesWithin: number;
  linesOff: number;
  /** Resources in sight, drawn or folded, with those switched off. */
  categories: Record<Category, number>;
  /** Relationships in sight, drawn, merged or within, with those switched off. */
  signs: Record<LineSign, number>;
}

/** Every resource and relationship in sight is counted in exactly one of the ways it can be seen; what nobody listed is drawn, and not counted. O(boxes + lines). */
export function visibleStats(drawing: Drawing, camera: Camera, off: SwitchedOff = nothingOff): VisibleStats {
  const stats: VisibleStats = {
    drawn: 0, folded: 0, off: 0, linesDrawn: 0, linesMerged: 0, linesWithin: 0, linesOff: 0,
    categories: zeros(categories),
    signs: zeros(lineSigns),
  };
  countBoxes(stats, drawing, camera, off);
  if (areLinesSingle(drawing.geometry, camera.zoom)) countSingleLines(stats, drawing, camera, off);
  else countMergedLines(stats, drawing, camera, off);
  return stats;
}

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}

function countBoxes(stats: VisibleStats, { geometry, view, memory }: Drawing, camera: Camera, off: SwitchedOff): void {
  const cut = takeCut(geometry, seenRect(camera), camera.zoom, memory.cuts[1]);
  const count = (box: number, way: "drawn" | "off") => {
    const category = categories[geometry.category[box] ?? 0];
    if (category === undefined || !isListed(view.boxes, box)) return;
    stats[way]++;
    stats.categories[category]++;
  };
  const countInside = (box: number) => {
    let known = 0;
    categories.forEach((category, kind) => {
      const inside = geometry.mix[box * categories.length + kind] ?? 0;
      known += inside;
      stats.categories[category] += inside;
      if ((off.categories & (1 << kind)) === 0) stats.folded += inside;
      else stats.off += inside;
    });
    // Of what a person folded only the number is known.
    stats.folded += (geometry.inside[box] ?? 0) - known;
  };
  for (let index = 0; index < cut.frameCount; index++) count(cut.frames[index] ?? 0, "drawn");
  for (let index = 0; index < cut.tileCount; index++) {
    count(cut.tiles[index] ?? 0, "drawn");
    countInside(cut.tiles[index] ?? 0);
  }
  for (let index = 0; index < cut.cardCount; index++) {
    const card = cut.cards[index] ?? 0;
    count(card, isCardOff(geometry, off, card) ? "off" : "drawn");
    if ((geometry.category[card] ?? 0) === noCategory || (geometry.inside[card] ?? 0) > 0) countInside(card);
  }
}

function countSingleLines(stats: VisibleStats, drawing: Drawing, camera: Camera, off: SwitchedOff): void {
  const { geometry, memory } = drawing;
  const count = linesInView(drawing, seenRect(camera), nothingOff, memory.lines);
  for (let index = 0; index < count; index++) {
    const line = memory.lines[index] ?? 0;
    const weight = geometry.weight[line] ?? 0;
    addSign(stats, drawing, line);
    if (isLineOff(geometry, off, line)) stats.linesOff += weight;
    else if (weight > 1) stats.linesMerged += weight;
    else stats.linesDrawn += weight;
  }
}

function countMergedLines(stats: VisibleStats, drawing: Drawing, camera: Camera, off: SwitchedOff): void {
  const { geometry } = drawing;
  const seen = seenRect(camera);
  // What is switched off is still counted where it would be.
  const everything = off.signs === 0 && off.categories === 0 ? mergedAt(drawing, camera.zoom, off) : mergeLines(geometry, camera.zoom, nothingOff);
  const { group, within } = everything;
  const isSeen = Array.from({ length: everything.count }, (_, index) => touches(curveRect(everything, index), seen));
  for (let line = 0; line < group.length; line++) {
    const number = group[line] ?? 0;
    const inSight = number === hiddenWithin ? overlap(boxRect(geometry, within[line] ?? 0), seen) : isSeen[number] === true;
    if (!inSight) continue;
    const weight = geometry.weight[line] ?? 0;
    addSign(stats, drawing, line);
    if (isLineOff(geometry, off, line)) stats.linesOff += weight;
    else if (number === hiddenWithin) stats.linesWithin += weight;
    else if ((everything.size[number] ?? 0) > 1) stats.linesMerged += weight;
    else stats.linesDrawn += weight;
  }
}

function addSign(stats: VisibleStats, { geometry }: Drawing, line: number): void {
  const sign = lineSigns[geometry.lineSign[line] ?? 0];
  if (sign !== undefined) stats.signs[sign] += (geometry.weight[line] ?? 0);
}

/** A curve may be level or upright: its bounds then have no height or width. */
function touches(one: ReturnType<typeof seenRect>, other: ReturnType<typeof seenRect>): boolean {
  return one.left <= other.right && other.left <= one.right && one.top <= other.bottom && other.top <= one.bottom;
}
