import type { Point, Size } from "../placement";
import type { Scene } from "../scene";

/** A part of the picture for one page, in px of the picture. */
export interface Tile {
  /** From 1. */
  row: number;
  column: number;
  /** Points for each px. */
  scale: number;
  from: Point;
  size: Size;
  /** Where the tile to the right and the one below begin; null at the picture's edge. */
  next: { x: number | null; y: number | null };
}

/** 13 px are 8 points. */
const readingScale = 0.6;
/** More pages than these are no print; the picture is drawn smaller. */
const mostTiles = 240;
/** What neighbours both show, to glue one over the other. */
const overlapPt = 20;

interface Grid {
  scale: number;
  /** Px from one tile to the next. */
  step: Size;
  columns: number;
  rows: number;
}

/** The tiles that show something, row by row. */
export function planTiles(scene: Pick<Scene, "width" | "height" | "boxes" | "lines">, roomPt: Size): Tile[] {
  const grid = gridOf(scene, roomPt);
  const { scale, step, columns, rows } = grid;
  const used = usedTiles(scene, grid);
  return [...used].sort((one, other) => one - other).map((index): Tile => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const from = { x: column * step.width, y: row * step.height };
    return {
      row: row + 1,
      column: column + 1,
      scale,
      from,
      size: { width: Math.min(roomPt.width / scale, scene.width - from.x), height: Math.min(roomPt.height / scale, scene.height - from.y) },
      next: { x: column + 1 < columns ? from.x + step.width : null, y: row + 1 < rows ? from.y + step.height : null },
    };
  });
}

function gridOf({ width, height }: Size, roomPt: Size): Grid {
  for (let scale = readingScale; ; scale *= 0.95) {
    const overlap = overlapPt / scale;
    const step = { width: roomPt.width / scale - overlap, height: roomPt.height / scale - overlap };
    const columns = Math.max(1, Math.ceil((width - overlap) / step.width));
    const rows = Math.max(1, Math.ceil((height - overlap) / step.height));
    if (columns * rows <= mostTiles) return { scale, step, columns, rows };
  }
}

function usedTiles({ boxes, lines }: Pick<Scene, "boxes" | "lines">, { step, columns, rows }: Grid): Set<number> {
  const used = new Set<number>();
  const cell = (place: number, size: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(place / size)));
  const fill = (left: number, top: number, right: number, bottom: number) => {
    for (let row = cell(top, step.height, rows); row <= cell(bottom, step.height, rows); row++) {
      for (let column = cell(left, step.width, columns); column <= cell(right, step.width, columns); column++) used.add(row * columns + column);
    }
  };
  for (const { x, y, width, height } of boxes) fill(x, y, x + width, y + height);
  for (const { points } of lines) {
    points.forEach((point, index) => {
      const before = points[index - 1] ?? point;
      // A slanting piece is walked along in steps, so that it does not count for all of the rectangle around it.
      const pieces = point.x === before.x || point.y === before.y ? 1 : Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / (Math.min(step.width, step.height) / 16));
      for (let piece = 0; piece < pieces; piece++) {
        const at = (share: number) => ({ x: before.x + (point.x - before.x) * share, y: before.y + (point.y - before.y) * share });
        const [one, other] = [at(piece / pieces), at((piece + 1) / pieces)];
        fill(Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y));
      }
    });
  }
  return used;
}
