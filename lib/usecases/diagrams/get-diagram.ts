import type { Diagram } from "../../core/diagram";
import { CloudVizError } from "../../core/error";

export async function getDiagram(id: string): Promise<Diagram> {
  const repository = await import("../../db/diagrams");
  const diagram = await repository.getDiagram(id);
  if (diagram === null) throw new CloudVizError("not-found", "There is no such diagram.");
  return diagram;
}
