import type { Picture } from "../../compute/draw-input";
import { CloudVizError } from "../../core/error";
import type { TitledInventory } from "../../renderers/renderer";
import { viewInventory } from "../inventory/inventory-view";
import type { Look } from "./look-of";
import { selectedBoxes } from "../../scene/view/selected-boxes";
import type { DrawnDiagram } from "./view-diagram";

export interface PictureLook extends Look {
  /** No further filter and no preset leaves something out: then boxes stand where a person left them. */
  isWhole: boolean;
  /** Keys of the resources to which it is limited. */
  select?: readonly string[] | undefined;
}

/** What a drawn diagram shows in a look: with folded frames, notes and the moment. Takes nothing from anywhere but `drawn`, so that one that was redacted stays so. */
export async function pictureOf(drawn: DrawnDiagram, { isWhole, select, ...look }: PictureLook, at: string | null): Promise<Picture> {
  const [{ foldView }, { partOfView }, { keptFor, sameLook }] = await Promise.all([import("../../scene/view/fold-view"), import("../../scene/view/part-of-view"), import("../../scene/view/kept-places")]);
  const { ids, keys, view: whole } = drawn.built;
  const folded = foldView(whole, drawn.collapsed);
  const part = select === undefined ? null : partOfView(folded.view, keptOf(select, folded.view, (box) => keys[folded.origin[box] ?? -1]));
  const view = part?.view ?? folded.view;
  const origin = part === null ? folded.origin : part.origin.map((box) => folded.origin[box] ?? -1);
  const kept = keptFor(view.kept, sameLook(drawn.diagram, { grouping: [...drawn.grouping], ...look, isWhole }));
  const names = { ids: Array.from(origin, (box) => ids[box] ?? ""), keys: Array.from(origin, (box) => keys[box] ?? null) };
  return { view: { ...view, kept }, names, ...look, at, notes: notesOf(names.ids, drawn.diagram.overlay.notes) };
}

function keptOf(select: readonly string[], view: DrawnDiagram["built"]["view"], keyOf: (box: number) => string | null | undefined): Uint8Array {
  const wanted = new Set(select);
  const kept = selectedBoxes(view, (box) => wanted.has(keyOf(box) ?? ""));
  if (!kept.includes(1)) throw new CloudVizError("invalid-request", "None of the selected resources is in this diagram as it is shown.", { details: [{ pointer: "select", detail: "names nothing that is shown" }] });
  return kept;
}

function notesOf(ids: readonly string[], notes: Readonly<Record<string, string>>): Map<number, string> {
  return new Map(ids.flatMap((id, box) => { const note = Object.hasOwn(notes, id) ? notes[id] : undefined; return note === undefined ? [] : [[box, note] as const]; }));
}

/** The shown resources as the inventory has them, with every relation between them, drawn or not. */
export async function inventoryOf({ at, narrowed, diagram, built }: DrawnDiagram, select?: readonly string[]): Promise<TitledInventory> {
  const { listCoverage } = await import("../../db/inventory/inventory");
  const inventory = await viewInventory(at);
  const part = select === undefined ? null : keptOf(select, built.view, (box) => built.keys[box]);
  const shown = new Set(part === null ? narrowed.resources.map(({ id }) => id) : [...part].flatMap((kept, box) => (kept === 1 ? (built.ids[box] ?? []) : [])));
  const resources = inventory.resources.filter(({ id }) => shown.has(id));
  const edges = inventory.edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const sources = new Set(resources.flatMap(({ id }) => inventory.sources.get(id) ?? []));
  const coverage = (await listCoverage()).filter(({ connectionId }) => sources.has(connectionId)).map((row) => row.coverage);
  return { title: diagram.title, resources, edges, coverage };
}

/** The moment that a picture is of: of the present, when the inventory last changed, so that the same inventory gives the same bytes. */
export async function momentOf({ at }: Pick<DrawnDiagram, "at">): Promise<string | null> {
  const { lastPublication } = await import("../../db/inventory/last-publication");
  return at ?? lastPublication();
}
