import { counted } from "../../../data/words";

/** A box as an edit names it. */
export interface NamedBox {
  id: string;
  name: string;
}

/** "Hide orders-db", "Hide 3 resources" */
export function editLabel(verb: string, boxes: readonly NamedBox[]): string {
  const [only] = boxes;
  return `${verb} ${boxes.length === 1 && only !== undefined ? only.name : counted(boxes.length, "resource")}`;
}
