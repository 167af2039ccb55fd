import type { z } from "zod";
import type { DiagramView, DiagramViewBoxes, viewQuery } from "../core/diagram/view";
import { request } from "./request";

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
