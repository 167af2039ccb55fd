import { boxFlags, statuses, type ViewBoxes } from "./view";

/** What is stopped on purpose is no trouble of the group around it. */
const firstTrouble = statuses.indexOf("warning");

/** The columns of boxes that follow from the others, computed from the bottom up and the top down. O(boxes). */
export function completeBoxes(boxes: Omit<ViewBoxes, "depth" | "held">): ViewBoxes {
  const { count, frames, parent } = boxes;
  const depth = new Uint16Array(count);
  const held = new Int32Array(count).fill(1, frames);
  const status = boxes.status.slice();
  for (let box = 0; box < count; box++) {
    const above = parent[box] ?? -1;
    if (above >= 0) depth[box] = (depth[above] ?? 0) + 1;
  }
  for (let box = count - 1; box >= 0; box--) {
    const above = parent[box] ?? -1;
    if (above < 0) continue;
    held[above] = (held[above] ?? 0) + (box < frames ? (held[box] ?? 0) : 0) + Number(isListed(boxes, box));
    if ((status[box] ?? 0) >= firstTrouble) status[above] = Math.max(status[above] ?? 0, status[box] ?? 0);
  }
  return { ...boxes, status, depth, held };
}

/** Whether a box is a resource of the inventory, not a mere group, nor something that others only name. */
export function isListed({ type, flags }: Pick<ViewBoxes, "type" | "flags">, box: number): boolean {
  return (type[box] ?? -1) >= 0 && ((flags[box] ?? 0) & boxFlags.outside) === 0;
}
