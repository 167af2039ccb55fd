import type { Diagram, GroupKey, Overlay } from "../core/diagram/diagram";
import type { Edge } from "../core/resource/edge";
import type { Resource } from "../core/resource/resource";
import type { ShareHiding } from "../core/share/share";
import { isFrameId } from "../graph/frame-id";
import { group } from "../graph/group";
import { Redactor } from "./redactor";
import { isReadable } from "./scrub";

/** What a diagram draws, and by which levels. */
export interface Drawable {
  diagram: Diagram;
  grouping: readonly GroupKey[];
  resources: readonly Resource[];
  edges: readonly Edge[];
}

export interface RedactedDrawable extends Drawable {
  /** What a resource is called by in `resources` and `edges`. */
  idOf(id: string): string;
}

/** The title of what may not tell its own. */
const anonymousTitle = "Shared diagram";

/** The same without what is hidden, to be made into a view. Who made the diagram, of what and by which filter is never told. */
export function redactDiagram({ diagram, grouping, resources, edges }: Drawable, hide: ShareHiding): RedactedDrawable {
  const redactor = new Redactor(hide, { resources, grouping, givenNames: [diagram.title, ...Object.values(diagram.overlay.names)] });
  const known = new Set(resources.map(({ id }) => id));
  const redactedEdges = edges.filter(({ from, to }) => known.has(from) && known.has(to)).map((edge) => redactor.edge(edge));
  const redacted = { grouping: redactor.grouping, resources: redactor.resources, edges: redactedEdges };
  const idOf = (id: string) => redactor.idOf(id);
  const boxes = boxIds(diagram.overlay, { grouping, resources, edges }, redacted, idOf);
  const title = hide.names ? "" : redactor.text(diagram.title);
  return {
    ...redacted,
    idOf,
    diagram: {
      id: "",
      title: isReadable(title) ? title : anonymousTitle,
      source: { filter: "", at: diagram.source.at },
      grouping: [...redacted.grouping],
      layout: diagram.layout,
      theme: diagram.theme,
      overlay: redactOverlay(diagram.overlay, boxes, (text) => (hide.names ? "" : redactor.text(text))),
      version: 1,
      createdBy: "",
      createdAt: diagram.createdAt,
      updatedAt: diagram.updatedAt,
      expiresAt: null,
    },
  };
}

function redactOverlay({ places, names, notes, collapsed }: Overlay, boxes: ReadonlyMap<string, string>, tell: (text: string) => string): Overlay {
  const moved = <Value>(entries: Readonly<Record<string, Value>>) => Object.entries(entries).flatMap(([id, value]) => { const box = boxes.get(id); return box === undefined ? [] : [[box, value] as const]; });
  const told = (texts: Readonly<Record<string, string>>) => Object.fromEntries(moved(texts).map(([id, text]) => [id, tell(text)] as const).filter(([, text]) => isReadable(text)));
  return {
    places: Object.fromEntries(moved(places)),
    hidden: [],
    names: told(names),
    notes: told(notes),
    collapsed: collapsed.flatMap((id) => boxes.get(id) ?? []),
    seenAt: null,
    orphans: {},
  };
}

type Nested = Omit<Drawable, "diagram">;

/**
 * Box → what it is called by without what is hidden. Frames that are no resources have ids made of accounts, tags and names:
 * the way up from the same resource leads through the same frames before and after.
 */
function boxIds({ places, names, notes, collapsed }: Overlay, before: Nested, after: Nested, idOf: (id: string) => string): Map<string, string> {
  const ids = new Map(before.resources.map(({ id }) => [id, idOf(id)]));
  if (![...Object.keys(places), ...Object.keys(names), ...Object.keys(notes), ...collapsed].some(isFrameId)) return ids;
  const [up, redactedUp] = [parents(before), parents(after)];
  for (const { id } of before.resources) {
    let frame = up.get(id) ?? null;
    let redacted = redactedUp.get(idOf(id)) ?? null;
    while (frame !== null && redacted !== null) {
      // From here on the way was walked before.
      if (isFrameId(frame) && ids.has(frame)) break;
      if (!ids.has(frame)) ids.set(frame, redacted);
      frame = up.get(frame) ?? null;
      redacted = redactedUp.get(redacted) ?? null;
    }
  }
  return ids;
}

function parents({ resources, edges, grouping }: Nested): Map<string, string | null> {
  const { frames, cards } = group({ resources: [...resources], edges: [...edges] }, grouping);
  return new Map([...cards, ...frames].map(({ id, parent }) => [id, parent]));
}
