import type { z } from "zod";
import type { JsonObject } from "../core/json";
import type { DiagramView, DiagramViewBoxes, viewQuery } from "../core/diagram/view";
import { apiUrl, request } from "./request";

/** What a diagram's view is asked for, as it stands in an address; `group` by `groupingText`. */
export type DiagramViewQuery = z.input<typeof viewQuery>;

/** What a diagram draws, in columns; `decodeView` reads them. */
export function getDiagramView(id: string, query: DiagramViewQuery = {}, signal?: AbortSignal): Promise<DiagramView> {
  return request<DiagramView>(`diagrams/${encodeURIComponent(id)}/view`, { signal, query });
}

/** What stands behind the boxes of the view of the same token. */
export function getDiagramViewBoxes(id: string, query: DiagramViewQuery = {}, signal?: AbortSignal): Promise<DiagramViewBoxes> {
  return request<DiagramViewBoxes>(`diagrams/${encodeURIComponent(id)}/view/boxes`, { signal, query });
}

interface ExportOptions extends DiagramViewQuery {
  format: string;
  theme?: string | undefined;
  layout?: string | undefined;
  layoutOptions?: JsonObject | undefined;
  download?: boolean | undefined;
}

/** Where an export is fetched from; with `download` the browser saves it as a file. What is left out is as the diagram was saved. */
export function exportUrl(diagramId: string, { layoutOptions, ...options }: ExportOptions): string {
  return apiUrl(`diagrams/${encodeURIComponent(diagramId)}/export`, { ...options, layoutOptions: layoutOptions === undefined ? null : JSON.stringify(layoutOptions), download: options.download === true ? true : null });
}
