import { CloudVizError } from "../../core/error";

export async function deleteDiagram(id: string): Promise<void> {
  const repository = await import("../../db/diagrams");
  if (!(await repository.deleteDiagram(id))) throw new CloudVizError("not-found", "There is no such diagram.");
}
