import type { Diagram } from "../../core/diagram/diagram";
import { CloudVizError } from "../../core/error";

/** A diagram as it was saved. Throws `not-found`. */
export async function findDiagram(id: string): Promise<Diagram> {
  const repository = await import("../../db/diagrams");
  const diagram = await repository.getDiagram(id);
  if (diagram === null) throw new CloudVizError("not-found", "There is no such diagram.");
  return diagram;
}
