import type { LayoutInput, PlacedBox, Placement, Point, Size } from "../../scene/placement";
import { at, boxTree, liftToSiblings, type BoxTree } from "../box-tree";
import { routeLines } from "../route-lines";
import { orderByNeighbours } from "./order-by-neighbours";
import { packSkyline } from "./skyline";

/** Between cards, and between frames: lines run in these gaps. */
const cardGap = 28;
const frameGap = 36;
/** Wide rather than high: screens, and cards 220 × 64. */
const aspect = 1.6;

export interface CardGrid {
  cards: number[];
  columns: number;
  cell: Size;
  /** From the inner corner of the container. */
  origin: Point;
}

interface Packing {
  tree: BoxTree;
  width: Float64Array;
  height: Float64Array;
  /** Place inside the padding of the container. */
  x: Float64Array;
  y: Float64Array;
  /** By container; the drawing itself in the last place. */
  grids: (CardGrid | undefined)[];
  drawing: Size;
}

/**
 * Our own layout for any size: sizes bottom-up (a grid for the cards of a container, a skyline for its frames), places
 * top-down, then cards are reordered inside their grids to sit near what they are connected with.
 */
export function placePacked(input: LayoutInput): Placement {
  const tree = boxTree(input);
  const packing = packAll(tree);
  const places = absolutePlaces(packing);
  orderByNeighbours(tree, packing.grids, places, (container) => placeGrid(packing, places, container));
  const boxes = tree.boxes.map<PlacedBox>((box, index) => ({
    id: box.id,
    x: at(places.x, index),
    y: at(places.y, index),
    width: at(packing.width, index),
    height: at(packing.height, index),
  }));
  return { ...packing.drawing, boxes, lines: routeLines(input.lines, tree, boxes) };
}

function packAll(tree: BoxTree): Packing {
  const count = tree.boxes.length;
  const packing: Packing = {
    tree,
    width: Float64Array.from(tree.boxes, (box) => box.width),
    height: Float64Array.from(tree.boxes, (box) => box.height),
    x: new Float64Array(count),
    y: new Float64Array(count),
    grids: [],
    drawing: { width: 0, height: 0 },
  };
  const flow = flowOf(tree);
  // Children have higher numbers than their parents.
  for (let index = count - 1; index >= 0; index--) {
    const box = tree.boxes[index];
    if (box === undefined || !box.isFrame) continue;
    const inner = packContainer(packing, index, flow);
    packing.width[index] = Math.max(box.width, inner.width + box.padding.left + box.padding.right);
    packing.height[index] = Math.max(box.height, inner.height + box.padding.top + box.padding.bottom);
  }
  packing.drawing = packContainer(packing, count, flow);
  return packing;
}

/** Lines out of a box minus lines into it, among its siblings: sources come first, as one reads. */
function flowOf(tree: BoxTree): Int32Array {
  const flow = new Int32Array(tree.boxes.length);
  tree.from.forEach((from, line) => {
    const pair = liftToSiblings(tree, from, at(tree.to, line));
    if (pair === null) return;
    flow[pair[0]] = at(flow, pair[0]) + 1;
    flow[pair[1]] = at(flow, pair[1]) - 1;
  });
  return flow;
}

function packContainer(packing: Packing, container: number, flow: Int32Array): Size {
  const { tree, width, height, grids } = packing;
  const children = tree.children[container] ?? [];
  const frames = children.filter((child) => tree.boxes[child]?.isFrame);
  const cards = children.filter((child) => !tree.boxes[child]?.isFrame);
  const grid = cards.length === 0 ? undefined : cardGrid(packing, cards, frames.length === 0 ? aspect : aspect * 2);
  grids[container] = grid;
  const items = frames.map((frame) => ({ frame, flow: at(flow, frame), size: { width: at(width, frame), height: at(height, frame) } }));
  // High ones first packs densest; among equals what others depend on comes last.
  items.sort((one, other) => other.size.height - one.size.height || other.flow - one.flow || one.frame - other.frame);
  const sizes = [...(grid === undefined ? [] : [gridSize(grid)]), ...items.map(({ size }) => size)];
  const packed = bestPacking(sizes);
  packed.places.forEach((place, index) => {
    const item = items[grid === undefined ? index : index - 1];
    if (item === undefined) {
      if (grid !== undefined) grid.origin = place;
      return;
    }
    packing.x[item.frame] = place.x;
    packing.y[item.frame] = place.y;
  });
  return packed.size;
}

/** Tries a few widths around the ideal and keeps the one that wastes least of its circumscribed 1.6 : 1 rectangle. */
function bestPacking(sizes: readonly Size[]): ReturnType<typeof packSkyline> {
  const area = sizes.reduce((sum, size) => sum + (size.width + frameGap) * (size.height + frameGap), 0);
  const widest = Math.max(0, ...sizes.map((size) => size.width));
  const tries = sizes.length > 400 ? [1.05] : [0.8, 0.95, 1.05, 1.2, 1.4, 1.7];
  const packings = tries.map((factor) => packSkyline(sizes, Math.max(widest, Math.sqrt(area * aspect) * factor), frameGap));
  return packings.reduce((best, next) => (waste(next.size) < waste(best.size) ? next : best));
}

function waste({ width, height }: Size): number {
  return Math.max(width / aspect, height);
}

function cardGrid({ width, height }: Packing, cards: number[], ratio: number): CardGrid {
  const cell = { width: Math.max(...cards.map((card) => at(width, card))), height: Math.max(...cards.map((card) => at(height, card))) };
  const ideal = Math.sqrt((cards.length * (cell.height + cardGap) * ratio) / (cell.width + cardGap));
  const columns = Math.min(cards.length, Math.max(1, Math.round(ideal)));
  return { cards, columns, cell, origin: { x: 0, y: 0 } };
}

function gridSize({ cards, columns, cell }: CardGrid): Size {
  const rows = Math.ceil(cards.length / columns);
  return { width: columns * (cell.width + cardGap) - cardGap, height: rows * (cell.height + cardGap) - cardGap };
}

export interface Places {
  x: Float64Array;
  y: Float64Array;
}

function absolutePlaces(packing: Packing): Places {
  const { tree } = packing;
  const places = { x: new Float64Array(tree.boxes.length), y: new Float64Array(tree.boxes.length) };
  placeGrid(packing, places, tree.boxes.length);
  tree.boxes.forEach((box, index) => {
    if (!box.isFrame) return;
    const corner = innerCorner(tree, places, at(tree.parent, index));
    places.x[index] = corner.x + at(packing.x, index);
    places.y[index] = corner.y + at(packing.y, index);
    placeGrid(packing, places, index);
  });
  return places;
}

function innerCorner({ boxes }: BoxTree, places: Places, container: number): Point {
  const padding = boxes[container]?.padding;
  return padding === undefined ? { x: 0, y: 0 } : { x: at(places.x, container) + padding.left, y: at(places.y, container) + padding.top };
}

function placeGrid({ tree, grids }: Packing, places: Places, container: number): void {
  const grid = grids[container];
  if (grid === undefined) return;
  const corner = innerCorner(tree, places, container);
  grid.cards.forEach((card, index) => {
    places.x[card] = corner.x + grid.origin.x + (index % grid.columns) * (grid.cell.width + cardGap);
    places.y[card] = corner.y + grid.origin.y + Math.floor(index / grid.columns) * (grid.cell.height + cardGap);
  });
}
