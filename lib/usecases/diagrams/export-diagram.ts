import type { ExportQuery } from "../../core/api";
import type { Diagram } from "../../core/diagram";
import { parseFilter } from "../../graph/filter";
import { select, type Selection } from "../../graph/select";
import { checkTheme } from "./check-diagram";
import { drawScene } from "./draw-scene";
import { jsonFormat, loadRenderer } from "./format-table";
import { getDiagram } from "./get-diagram";
import { viewInventory, type InventoryView } from "../inventory/inventory-view";

export interface ExportedFile {
  content: string | Uint8Array;
  mediaType: string;
  filename: string;
}

export interface DiagramExport {
  /** Changes whenever the content may: the diagram's version, the inventory's revision, format and theme. */
  etag: string;
  /** Draws; costs a layout, so it is left undone for a client that has it already. */
  draw(signal: AbortSignal): Promise<ExportedFile>;
}

/** A diagram in one of the formats, drawn from the same scene as the page. */
export async function exportDiagram(id: string, query: ExportQuery): Promise<DiagramExport> {
  const diagram = await getDiagram(id);
  const theme = query.theme ?? diagram.theme;
  await checkTheme(theme, "theme");
  if (query.format !== jsonFormat.id) await loadRenderer(query.format);
  const view = await viewInventory(diagram.source.at);
  return {
    etag: `${id}.${diagram.version}.${view.revision}.${query.format}.${theme}`,
    draw: (signal) => draw(diagram, view, { format: query.format, theme }, signal),
  };
}

async function draw(diagram: Diagram, view: InventoryView, { format, theme }: { format: string; theme: string }, signal: AbortSignal): Promise<ExportedFile> {
  const selection = select(view, parseFilter(diagram.source.filter));
  if (format === jsonFormat.id) return toJson(diagram, view, selection);
  const renderer = await loadRenderer(format);
  const { title, grouping, layout, overlay } = diagram;
  const scene = await drawScene(selection, { title, levels: grouping, layout, theme, overlay }, signal);
  return {
    content: renderer.render(scene, renderer.options.parse({})),
    mediaType: renderer.mediaType,
    filename: `${safeName(title)}.${renderer.extension}`,
  };
}

async function toJson(diagram: Diagram, view: InventoryView, { resources, edges }: Selection): Promise<ExportedFile> {
  const { listCoverage } = await import("../../db/inventory");
  const sources = new Set(resources.flatMap(({ id }) => view.sources.get(id) ?? []));
  const coverage = (await listCoverage()).filter(({ connectionId }) => sources.has(connectionId)).map((row) => row.coverage);
  return {
    content: `${JSON.stringify({ resources, edges, coverage }, null, 2)}\n`,
    mediaType: jsonFormat.mediaType,
    filename: `${safeName(diagram.title)}.${jsonFormat.extension}`,
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
