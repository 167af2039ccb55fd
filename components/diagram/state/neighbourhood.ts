import type { View } from "@/lib/scene/view/view";

/**
 * The boxes that at most so many lines lead to from `start`, itself among them; 1 = inside. Starting at a frame means starting at
 * everything in it. O(boxes + lines × hops).
 */
export function neighbourhoodOf({ boxes, lines }: View, start: number, hops: number): Uint8Array {
  const reached = new Uint8Array(boxes.count);
  reached[start] = 1;
  // Frames have lower numbers than what they hold.
  for (let box = start + 1; box < boxes.count; box++) if (reached[boxes.parent[box] ?? -1] === 1) reached[box] = 1;
  for (let hop = 0; hop < hops; hop++) {
    const before = reached.slice();
    for (let line = 0; line < lines.count; line++) {
      const [from, to] = [lines.from[line] ?? -1, lines.to[line] ?? -1];
      if (before[from] === 1) reached[to] = 1;
      if (before[to] === 1) reached[from] = 1;
    }
  }
  return reached;
}
