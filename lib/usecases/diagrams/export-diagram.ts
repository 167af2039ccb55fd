import { createHash } from "node:crypto";
import type { ExportRequest } from "../../core/api/diagrams";
import type { DrawInput, DrawnFor, DrawStage } from "../../compute/draw-input";
import { drawFile, type ExportedFile } from "./draw-file";
import { findDiagram } from "./find-diagram";
import { lookOf } from "./look-of";
import { inventoryOf, momentOf, pictureOf } from "./picture-of";
import { viewDiagram } from "./view-diagram";

export type { ExportedFile } from "./draw-file";

export interface DiagramExport {
  /** As the diagram is called. */
  title: string;
  /** The format's. */
  label: string;
  /** Changes whenever the content may: with the view, the format, its options and the look. */
  etag: string;
  /** Draws; costs a layout, so it is left undone for a client that has it already. */
  draw(signal: AbortSignal, onStage?: (stage: DrawStage) => void, drawnFor?: DrawnFor): Promise<ExportedFile>;
}

/**
 * A diagram in one of the formats: what the page shows for the same query, with its edits and folded frames. What cannot be drawn
 * is refused before anything is. Throws `not-found`, `invalid-filter` or `invalid-request`.
 */
export async function exportDiagram(id: string, request: ExportRequest): Promise<DiagramExport> {
  const saved = await findDiagram(id);
  const look = await lookOf(saved, request);
  const [{ loadRenderer }, { readOptions }] = await Promise.all([import("../../renderers"), import("../../renderers/read-options")]);
  const { format, select } = request;
  const renderer = await loadRenderer(format);
  const options = readOptions(renderer, request.options);
  const view = await viewDiagram(id, request);
  const isWhole = request.q.trim() === "" && request.preset === undefined;
  const asked = createHash("sha256").update(JSON.stringify([format, options, look, select ?? null])).digest("base64url").slice(0, 16);
  return {
    title: saved.title,
    label: renderer.label,
    etag: `${view.token}.${asked}`,
    draw: async (signal, onStage, drawnFor) => {
      const drawn = await view.draw();
      const subject = renderer.reads === "inventory" ? { inventory: await inventoryOf(drawn, select) } : { picture: await pictureOf(drawn, { ...look, isWhole, select }, await momentOf(drawn)) };
      const input: DrawInput = { format, options, ...subject };
      return drawFile(input, signal, onStage, drawnFor);
    },
  };
}
