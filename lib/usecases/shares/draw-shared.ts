import { createHash } from "node:crypto";
import type { Diagram } from "../../core/diagram/diagram";
import type { ViewQuery } from "../../core/diagram/view";
import type { Share } from "../../core/share/share";
import type { InventoryView } from "../inventory/inventory-view";
import { collapsedBoxes, keptDrawing, narrowDiagram, viewToken, type DrawnDiagram, type ViewRequest } from "../diagrams/view-diagram";
import { toViewQuery } from "./check-share";

/** Counts up when the same link and inventory give another picture. */
const pictureVersion = 1;

/** What a link draws, without what it hides, kept in memory until diagram, inventory or link change. */
export async function drawShared(share: Share, diagram: Diagram): Promise<ViewRequest> {
  const query = toViewQuery(share.view);
  const { hide, view } = share;
  // The diagram's own token holds its id, which is not told.
  const token = createHash("sha256").update(JSON.stringify([pictureVersion, share.id, hide, view, await viewToken(diagram, query)])).digest("base64url");
  return { token, draw: () => keptDrawing(token, () => draw(share, diagram, query, token)) };
}

/** Narrowed by what is known, redacted, and only then drawn: whatever is made of the drawing holds nothing that is hidden. */
async function draw({ view, hide }: Share, saved: Diagram, query: ViewQuery, token: string): Promise<DrawnDiagram> {
  const [{ redactDiagram }, { buildView }, { keptFor, sameLook }] = await Promise.all([import("../../redaction/redact-diagram"), import("../../scene/view/build-view"), import("../../scene/view/kept-places")]);
  const { inventory, diagram, narrowed, grouping, at } = await narrowDiagram(saved, query);
  const redacted = redactDiagram({ diagram, grouping, ...narrowed }, hide);
  const resources = [...redacted.resources];
  const edges = [...redacted.edges];
  const { title, overlay } = redacted.diagram;
  const built = buildView({ resources, edges }, { title, levels: redacted.grouping, overlay, newSince: null, facts: factsOf(inventory, redacted.idOf) });
  const layout = view.layout ?? diagram.layout;
  const isWhole = query.q.trim() === "" && query.preset === undefined;
  // Places that do not hold in this look are not sent at all, so that who shows it need not know how the diagram was saved.
  const kept = keptFor(built.view.kept, sameLook(diagram, { grouping: [...grouping], layout, isWhole }));
  const { shown } = narrowed;
  return {
    token,
    revision: 0,
    at,
    diagram: { ...redacted.diagram, layout, theme: view.theme ?? diagram.theme },
    grouping: redacted.grouping,
    // What the diagram chose from, and what was left out of it, is not told.
    narrowed: { resources, edges, shown, total: shown, matched: shown, folded: [], foldedLines: [] },
    built: { ...built, view: { ...built.view, kept } },
    collapsed: collapsedBoxes(built, overlay),
  };
}

/** Only words such as "public" come of it: which subnets have a way out is decided by what is left out of the diagram, too. */
function factsOf({ byId, edges }: InventoryView, idOf: (id: string) => string) {
  return {
    byId: new Map(Array.from(byId, ([id, resource]) => [idOf(id), resource])),
    edges: edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
    changed: new Map<string, string>(),
  };
}
