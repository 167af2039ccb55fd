import type { View } from "@/lib/scene/view/view";

/** Boxes whose name, type or second line holds the text, in reading order; empty for an empty text. */
export function findBoxes({ boxes, words, types }: View, text: string): number[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const holds = (candidate: string | undefined) => candidate !== undefined && candidate.toLowerCase().includes(wanted);
  const typeHolds = types.map(({ type, label }) => holds(type) || holds(label));
  const wordHolds = words.map(holds);
  const found: number[] = [];
  for (let box = 0; box < boxes.count; box++) {
    if (holds(boxes.title[box]) || typeHolds[boxes.type[box] ?? -1] === true || wordHolds[boxes.subtitle[box] ?? -1] === true || wordHolds[boxes.meta[box] ?? -1] === true) found.push(box);
  }
  return found;
}
