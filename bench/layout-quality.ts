import type { LayoutInput, Placement } from "../lib/scene/layout-input";
import { at } from "../lib/layouts/box-tree";
import { countCrossings, type Segment } from "./layout-crossings";

/** What a reader sees of a layout, apart from the time it took. */
export interface LayoutQuality {
  /** Pairs of boxes that lie on each other, neither of them around the other. */
  overlaps: number;
  /** Points at which lines cross, as drawn (lines that share a way count once), by line. */
  crossingsPerEdge: number;
  /** Px. */
  meanEdgeLength: number;
  /** Square px. */
  area: number;
  bendsPerEdge: number;
}

/** One judge for all layouts. `shown`: whether a box is drawn (layouts without frames leave those out). O(n log n) for right-angled lines. */
export function layoutQuality(input: LayoutInput, placement: Placement, shown: (box: number) => boolean = () => true): LayoutQuality {
  const { points, pointStart } = placement;
  const lines = Math.max(1, pointStart.length - 1);
  const segments: Segment[] = [];
  let [length, bends] = [0, 0];
  for (let line = 0; line + 1 < pointStart.length; line++) {
    const [first, last] = [at(pointStart, line), at(pointStart, line + 1) - 1];
    bends += Math.max(0, last - first - 1);
    for (let point = first; point < last; point++) {
      const segment = { x1: at(points, 2 * point), y1: at(points, 2 * point + 1), x2: at(points, 2 * point + 2), y2: at(points, 2 * point + 3) };
      length += Math.hypot(segment.x2 - segment.x1, segment.y2 - segment.y1);
      segments.push(segment);
    }
  }
  return {
    overlaps: countOverlaps(input, placement, shown),
    crossingsPerEdge: countCrossings(segments) / lines,
    meanEdgeLength: length / lines,
    area: placement.width * placement.height,
    bendsPerEdge: bends / lines,
  };
}

const slack = 0.5;

function countOverlaps(input: LayoutInput, { x, y, boxWidth, boxHeight }: Placement, shown: (box: number) => boolean): number {
  const boxes = [...input.parent.keys()].filter(shown).sort((one, other) => at(x, one) - at(x, other));
  let open: number[] = [];
  let overlaps = 0;
  for (const box of boxes) {
    open = open.filter((other) => at(x, other) + at(boxWidth, other) - slack > at(x, box));
    for (const other of open) {
      const meets = at(y, box) < at(y, other) + at(boxHeight, other) - slack && at(y, other) < at(y, box) + at(boxHeight, box) - slack;
      if (meets && !isAround(input, other, box) && !isAround(input, box, other)) overlaps++;
    }
    open.push(box);
  }
  return overlaps;
}

function isAround({ parent }: LayoutInput, frame: number, box: number): boolean {
  let above = at(parent, box);
  // Frames have lower numbers than what they hold.
  while (above > frame) above = at(parent, above);
  return above === frame;
}
