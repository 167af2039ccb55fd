import { diagramContent } from "../../core/api/diagrams";
import type { Diagram } from "../../core/diagram/diagram";
import { CloudVizError } from "../../core/error";
import type { JsonObject, JsonValue } from "../../core/json";
import { mergePatch } from "../../core/merge-patch";
import { checkDiagram } from "./check-diagram";
import { getDiagram } from "./get-diagram";

/** Changes a part of a diagram (JSON merge patch) that is still at `expectedVersion`. */
export async function updateDiagram(id: string, expectedVersion: number, patch: JsonObject): Promise<Diagram> {
  const present = await getDiagram(id);
  const { title, source, grouping, layout, theme, overlay } = present;
  const merged = mergePatch({ title, source, grouping, layout, theme, overlay } as unknown as JsonValue, patch);
  const content = diagramContent.safeParse(merged);
  if (!content.success) {
    const details = content.error.issues.map((issue) => ({ pointer: `/${issue.path.join("/")}`, detail: issue.message }));
    throw new CloudVizError("invalid-request", `The diagram would not be valid: ${details.map(({ pointer, detail }) => `${pointer}: ${detail}`).join("; ")}`, { details });
  }
  await checkDiagram(content.data);
  const repository = await import("../../db/diagrams");
  return repository.updateDiagram(id, expectedVersion, content.data);
}
