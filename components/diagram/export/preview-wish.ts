import type { ExportOptions, ExportWish } from "@/lib/api-client";
import type { FormatChoice } from "@/lib/core/api/choices";

/**
 * How a format is seen before it is saved: as itself; as pages, since a browser shows a PDF only where a page lets it run a plug-in; by the picture
 * that it begins with, since this page lets no script of others run.
 */
export type PreviewKind = "itself" | "pages" | "picture";

export function previewKindOf({ id }: Pick<FormatChoice, "id">): PreviewKind {
  return id === "pdf" ? "pages" : id === "d3" ? "picture" : "itself";
}

/** The drawing alone, as SVG: what pages, and a page that moves, are made of. */
export function drawingWish({ options: _own, ...wish }: ExportWish, options: ExportOptions = {}): ExportWish {
  return { ...wish, format: "svg", options: { header: false, legend: false, notes: false, ...options } };
}
