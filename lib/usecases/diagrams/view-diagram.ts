import { createHash } from "node:crypto";
import type { Diagram, GroupKey, Overlay } from "../../core/diagram/diagram";
import type { DiagramView, DiagramViewBoxes, ViewQuery } from "../../core/diagram/view";
import { isRelative, parseFilter } from "../../graph/filter";
import type { NarrowOptions, Narrowed } from "../../graph/narrow";
import type { BuiltView } from "../../scene/view/build-view";
import { viewInventory, type InventoryView } from "../inventory/inventory-view";
import { findDiagram } from "./find-diagram";
import { settleDiagram } from "./settle-diagram";

/** A diagram that is drawn: what it shows, by box number. */
export interface DrawnDiagram {
  token: string;
  revision: number;
  at: string | null;
  /** With its edits where the inventory is. */
  diagram: Diagram;
  grouping: readonly GroupKey[];
  narrowed: Narrowed;
  built: BuiltView;
  /** Frames that a person folded, by box number. */
  collapsed: number[];
}

export interface ViewRequest {
  /** Known without drawing anything. */
  token: string;
  draw(): Promise<DrawnDiagram>;
}

/** Counts up when the same diagram and inventory give another picture, so that no browser keeps the old one. */
const pictureVersion = 2;

/** What a diagram shows, kept in memory until diagram or inventory change. Throws `not-found` or `invalid-filter`. */
export async function viewDiagram(id: string, query: ViewQuery): Promise<ViewRequest> {
  const diagram = await findDiagram(id);
  const token = await viewToken(diagram, query);
  return { token, draw: () => keptDrawing(token, () => draw(diagram, query)) };
}

/** The same for the same picture, without drawing it. Throws `invalid-filter`. */
export async function viewToken(diagram: Diagram, query: ViewQuery): Promise<string> {
  const { inventoryRevision } = await import("../../db/inventory/inventory");
  return tokenOf(diagram, query, await inventoryRevision());
}

/** The diagram's own filter, and the further one of who looks at it. */
function filtersOf(diagram: Diagram, query: ViewQuery): Pick<NarrowOptions, "scope" | "filter"> {
  return { scope: parseFilter(diagram.source.filter), filter: parseFilter(query.q) };
}

/** A filter by a relative time holds for other resources a minute later. */
function tokenOf(diagram: Diagram, query: ViewQuery, revision: number): string {
  const minute = Object.values(filtersOf(diagram, query)).some(isRelative) ? Math.floor(Date.now() / 60_000) : null;
  const parts = [pictureVersion, query.q, query.group ?? null, query.preset ?? null, query.at ?? null, minute];
  return `${diagram.id}.${diagram.version}.${revision}.${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 16)}`;
}

/** What a diagram is of, before it is made into a view. */
export interface NarrowedDiagram extends Pick<DrawnDiagram, "token" | "at" | "diagram" | "grouping" | "narrowed"> {
  inventory: InventoryView;
}

export async function narrowDiagram(saved: Diagram, query: ViewQuery): Promise<NarrowedDiagram> {
  const [{ narrow }, { presets }] = await Promise.all([import("../../graph/narrow"), import("../../graph/presets")]);
  const at = query.at ?? saved.source.at;
  const inventory = await viewInventory(at);
  const diagram = await settleDiagram(saved, inventory);
  const preset = query.preset === undefined ? null : presets[query.preset];
  const grouping = query.group ?? preset?.grouping ?? diagram.grouping;
  const narrowed = narrow(inventory, { ...filtersOf(saved, query), preset, hidden: diagram.overlay.hidden, levels: grouping });
  return { token: tokenOf(saved, query, inventory.revision), at, diagram, grouping, narrowed, inventory };
}

async function draw(saved: Diagram, query: ViewQuery): Promise<DrawnDiagram> {
  const { buildView } = await import("../../scene/view/build-view");
  const { inventory, ...drawn } = await narrowDiagram(saved, query);
  const { title, overlay, createdAt } = drawn.diagram;
  const built = buildView(drawn.narrowed, { title, levels: drawn.grouping, overlay, newSince: overlay.seenAt ?? createdAt, facts: inventory });
  return { ...drawn, revision: inventory.revision, built, collapsed: collapsedBoxes(built, overlay) };
}

/** The numbers of the frames that a person folded. */
export function collapsedBoxes({ ids, view }: BuiltView, overlay: Overlay): number[] {
  const folded = new Set(overlay.collapsed);
  return ids.flatMap((id, box) => (box < view.boxes.frames && folded.has(id) ? box : []));
}

/** As the browser gets it. */
export async function toDiagramView({ token, revision, at, diagram, grouping, narrowed, built, collapsed }: DrawnDiagram): Promise<DiagramView> {
  const { encodeView } = await import("../../scene/view/view-payload");
  const { total, matched, shown, folded, foldedLines } = narrowed;
  const { notes, orphans } = diagram.overlay;
  return {
    token,
    revision,
    version: diagram.version,
    title: diagram.title,
    filter: diagram.source.filter,
    at,
    grouping: [...grouping],
    layout: diagram.layout,
    theme: diagram.theme,
    total,
    matched,
    shown,
    outside: narrowed.resources.length - shown,
    folded,
    foldedLines,
    orphans: Object.keys(orphans).length,
    notes: Object.fromEntries(built.ids.flatMap((id, box) => { const note = Object.hasOwn(notes, id) ? notes[id] : undefined; return note === undefined ? [] : [[String(box), note] as const]; })),
    collapsed,
    view: encodeView(built.view),
  };
}

export function toDiagramViewBoxes({ token, built }: DrawnDiagram): DiagramViewBoxes {
  return { token, ids: [...built.ids], keys: [...built.keys] };
}

/** One of 10,000 resources takes about 6 MB. */
const keptDrawings = 8;
const slot = Symbol.for("cloudviz.drawn-diagrams");
const shared = globalThis as typeof globalThis & { [slot]?: Map<string, Promise<DrawnDiagram>> };

/** The last drawings that were asked for, and one drawing for all who ask while it is made. */
export function keptDrawing(token: string, make: () => Promise<DrawnDiagram>): Promise<DrawnDiagram> {
  const drawings = (shared[slot] ??= new Map());
  const drawing = drawings.get(token) ?? make();
  drawings.delete(token);
  drawings.set(token, drawing);
  for (const old of [...drawings.keys()].slice(0, -keptDrawings)) drawings.delete(old);
  drawing.catch(() => drawings.delete(token));
  return drawing;
}
