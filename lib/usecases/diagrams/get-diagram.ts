import type { Diagram } from "../../core/diagram/diagram";
import { findDiagram } from "./find-diagram";
import { settleDiagram } from "./settle-diagram";

/** A diagram with its edits brought together with the inventory. Throws `not-found`. */
export async function getDiagram(id: string): Promise<Diagram> {
  return settleDiagram(await findDiagram(id));
}
