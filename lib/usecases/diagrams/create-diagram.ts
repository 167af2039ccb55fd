import type { z } from "zod";
import type { newDiagram } from "../../core/api/diagrams";
import { overlay, type Diagram } from "../../core/diagram/diagram";
import { groupLevels } from "../../core/diagram/group-levels";
import type { Principal } from "../../core/principal";
import { checkDiagram } from "./check-diagram";

export async function createDiagram(draft: z.output<typeof newDiagram>, principal: Principal): Promise<Diagram> {
  const [{ defaultLayout }, { defaultTheme }] = await Promise.all([import("../../layouts"), import("../../themes")]);
  const content = {
    title: draft.title,
    source: draft.source,
    grouping: draft.grouping ?? [...groupLevels],
    layout: draft.layout ?? { id: defaultLayout, options: {} },
    theme: draft.theme ?? defaultTheme,
    overlay: draft.overlay ?? overlay.parse({}),
  };
  await checkDiagram(content);
  const repository = await import("../../db/diagrams");
  return repository.createDiagram({ ...content, createdBy: principal.id });
}
