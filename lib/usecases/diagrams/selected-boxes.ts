import type { View } from "../../scene/view/view";

/**
 * Which boxes are drawn of a selection (1 = drawn): what is selected, and the frames around it. A selected frame in which nothing is
 * selected stands for all that it holds. O(boxes).
 */
export function selectedBoxes({ boxes: { count, parent } }: Pick<View, "boxes">, isSelected: (box: number) => boolean): Uint8Array {
  const selected = Uint8Array.from({ length: count }, (_, box) => (isSelected(box) ? 1 : 0));
  // Frames come before what they hold: upwards from the last, downwards from the first.
  const holds = new Uint8Array(count);
  for (let box = count - 1; box >= 0; box--) if (selected[box] === 1 || holds[box] === 1) holds[parent[box] ?? -1] = 1;
  const isWhole = new Uint8Array(count);
  for (let box = 0; box < count; box++) if (isWhole[parent[box] ?? -1] === 1 || (selected[box] === 1 && holds[box] === 0)) isWhole[box] = 1;
  return selected.map((one, box) => one | (holds[box] ?? 0) | (isWhole[box] ?? 0));
}
