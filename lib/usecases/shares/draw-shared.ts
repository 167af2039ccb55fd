import { createHash } from "node:crypto";
import type { Diagram } from "../../core/diagram/diagram";
import type { ViewQuery } from "../../core/diagram/view";
import type { Share } from "../../core/share/share";
import { collapsedBoxes, keptDrawing, narrowDiagram, viewToken, type DrawnDiagram, type ViewRequest } from "../diagrams/view-diagram";
import { toViewQuery } from "./check-share";

/** What a link draws, kept in memory until diagram, inventory or link change. */
export async function drawShared(share: Share, diagram: Diagram): Promise<ViewRequest> {
  const query = toViewQuery(share.view);
  const { hide, view } = share;
  // Of the diagram's own token nothing is told: it holds the diagram's id.
  const token = createHash("sha256").update(JSON.stringify(["share", share.id, hide, view, await viewToken(diagram, query)])).digest("base64url");
  return { token, draw: () => keptDrawing(token, () => draw(share, diagram, query, token)) };
}

async function draw({ view }: Share, saved: Diagram, query: ViewQuery, token: string): Promise<DrawnDiagram> {
  const { buildView } = await import("../../scene/view/build-view");
  const { inventory, diagram, ...drawn } = await narrowDiagram(saved, query);
  const { title, overlay } = diagram;
  const look = { layout: view.layout ?? diagram.layout, theme: view.theme ?? diagram.theme };
  const built = buildView(drawn.narrowed, { title, levels: drawn.grouping, overlay, newSince: null, facts: inventory });
  return { ...drawn, token, revision: 0, diagram: { ...diagram, ...look }, built, collapsed: collapsedBoxes(built, overlay) };
}
