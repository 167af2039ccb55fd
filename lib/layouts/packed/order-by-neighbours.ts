import { at, type BoxTree } from "../box-tree";
import type { CardGrid, Places } from "./place-packed";

const sweeps = 3;
/** How far a card is drawn towards its neighbours in one sweep; the rest keeps sweeps from swinging. */
const pull = 0.7;

/** Reorders the cards of each grid by where their neighbours are: rows by height, then each row from left to right. */
export function orderByNeighbours(tree: BoxTree, grids: readonly (CardGrid | undefined)[], places: Places, place: (container: number) => void): void {
  const degree = new Int32Array(tree.boxes.length);
  for (const ends of [tree.from, tree.to]) for (const box of ends) degree[box] = at(degree, box) + 1;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const wanted = wantedPlaces(tree, places, degree);
    grids.forEach((grid, container) => {
      if (grid === undefined || grid.cards.length < 2) return;
      reorder(grid, wanted);
      place(container);
    });
  }
}

function wantedPlaces(tree: BoxTree, { x, y }: Places, degree: Int32Array): Places {
  const sumX = new Float64Array(x.length);
  const sumY = new Float64Array(x.length);
  const weights = new Float64Array(x.length);
  const add = (box: number, neighbour: number) => {
    // A neighbour of everybody says little about where one belongs.
    const weight = 1 / at(degree, neighbour);
    sumX[box] = at(sumX, box) + at(x, neighbour) * weight;
    sumY[box] = at(sumY, box) + at(y, neighbour) * weight;
    weights[box] = at(weights, box) + weight;
  };
  tree.from.forEach((from, line) => {
    add(from, at(tree.to, line));
    add(at(tree.to, line), from);
  });
  const towards = (sum: Float64Array, own: Float64Array) =>
    own.map((value, box) => (at(weights, box) === 0 ? value : pull * (at(sum, box) / at(weights, box)) + (1 - pull) * value));
  return { x: towards(sumX, x), y: towards(sumY, y) };
}

function reorder(grid: CardGrid, wanted: Places): void {
  const byRow = [...grid.cards].sort((one, other) => at(wanted.y, one) - at(wanted.y, other) || one - other);
  const rows: number[] = [];
  for (let start = 0; start < byRow.length; start += grid.columns) {
    rows.push(...byRow.slice(start, start + grid.columns).sort((one, other) => at(wanted.x, one) - at(wanted.x, other) || one - other));
  }
  grid.cards = rows;
}
