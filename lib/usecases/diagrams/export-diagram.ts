import { createHash } from "node:crypto";
import type { ExportQuery } from "../../core/api/diagrams";
import type { Diagram } from "../../core/diagram/diagram";
import type { InventoryRenderer } from "../../renderers/renderer";
import { checkLayout, checkTheme } from "./check-diagram";
import { placeView, type Look } from "./draw-scene";
import { findDiagram } from "./find-diagram";
import { viewDiagram, type DrawnDiagram } from "./view-diagram";
import { viewInventory } from "../inventory/inventory-view";

export interface ExportedFile {
  content: string | Uint8Array;
  mediaType: string;
  filename: string;
}

export interface DiagramExport {
  /** Changes whenever the content may: with the view, the format and the look. */
  etag: string;
  /** Draws; costs a layout, so it is left undone for a client that has it already. */
  draw(signal: AbortSignal): Promise<ExportedFile>;
}

/** A diagram in one of the formats: what the page shows for the same query, with its edits and folded frames. */
export async function exportDiagram(id: string, query: ExportQuery): Promise<DiagramExport> {
  const look = await lookOf(await findDiagram(id), query);
  const { loadRenderer } = await import("../../renderers");
  await loadRenderer(query.format);
  const view = await viewDiagram(id, query);
  const looks = createHash("sha256").update(JSON.stringify([query.format, look])).digest("base64url").slice(0, 16);
  const isWhole = query.q.trim() === "" && query.preset === undefined;
  return { etag: `${view.token}.${looks}`, draw: async (signal) => draw(await view.draw(), query.format, { ...look, isWhole }, signal) };
}

/** What is asked for, else as the diagram was saved. Another layout does not take over the saved one's options. */
async function lookOf(saved: Diagram, { theme, layout, layoutOptions }: ExportQuery): Promise<Look> {
  const id = layout ?? saved.layout.id;
  const look = { theme: theme ?? saved.theme, layout: { id, options: layoutOptions ?? (id === saved.layout.id ? saved.layout.options : {}) } };
  await checkTheme(look.theme, "theme");
  await checkLayout(look.layout, "layout", "layoutOptions");
  return look;
}

async function draw(drawn: DrawnDiagram, format: string, look: Look & { isWhole: boolean }, signal: AbortSignal): Promise<ExportedFile> {
  const [{ foldView }, { keptFor, sameLook }, { loadRenderer }] = await Promise.all([import("../../scene/view/fold-view"), import("../../scene/view/kept-places"), import("../../renderers")]);
  const renderer = await loadRenderer(format);
  if (renderer.reads === "inventory") return list(drawn, renderer);
  const { ids, keys, view: whole } = drawn.built;
  const { view, origin } = foldView(whole, drawn.collapsed);
  const kept = keptFor(view.kept, sameLook(drawn.diagram, { grouping: [...drawn.grouping], ...look }));
  const scene = await placeView({ ...view, kept }, { ids: Array.from(origin, (box) => ids[box] ?? ""), keys: Array.from(origin, (box) => keys[box] ?? null) }, look, signal);
  return {
    content: await renderer.render(scene, renderer.options.parse({})),
    mediaType: renderer.mediaType,
    filename: `${safeName(drawn.diagram.title)}.${renderer.extension}`,
  };
}

/** The shown resources as the inventory has them, with every relation between them, drawn or not. */
async function list({ at, narrowed, diagram }: DrawnDiagram, renderer: InventoryRenderer): Promise<ExportedFile> {
  const { listCoverage } = await import("../../db/inventory/inventory");
  const inventory = await viewInventory(at);
  const shown = new Set(narrowed.resources.map(({ id }) => id));
  const resources = inventory.resources.filter(({ id }) => shown.has(id));
  const edges = inventory.edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const sources = new Set(resources.flatMap(({ id }) => inventory.sources.get(id) ?? []));
  const coverage = (await listCoverage()).filter(({ connectionId }) => sources.has(connectionId)).map((row) => row.coverage);
  return {
    content: await renderer.render({ title: diagram.title, resources, edges, coverage }, renderer.options.parse({})),
    mediaType: renderer.mediaType,
    filename: `${safeName(diagram.title)}.${renderer.extension}`,
  };
}

/** A file name that every file system takes and that needs no quoting in a header. */
function safeName(title: string): string {
  const name = title
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._ -]/g, "")
    .trim()
    .replace(/\s+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 80);
  return name === "" ? "diagram" : name;
}
