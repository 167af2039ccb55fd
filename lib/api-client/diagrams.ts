import type { DiagramContent, NewDiagram } from "../core/api/diagrams";
import type { Diagram, DiagramSummary } from "../core/diagram/diagram";
import type { JsonValue } from "../core/json";
import { request, requestNothing } from "./request";

/** Without their edits. */
export async function listDiagrams(signal?: AbortSignal): Promise<DiagramSummary[]> {
  return (await request<{ data: DiagramSummary[] }>("diagrams", { signal, query: { limit: 500 } })).data;
}

export function getDiagram(id: string, signal?: AbortSignal): Promise<Diagram> {
  return request<Diagram>(`diagrams/${encodeURIComponent(id)}`, { signal });
}

export function createDiagram(body: NewDiagram): Promise<Diagram> {
  return request<Diagram>("diagrams", { method: "POST", body });
}

/** A part of a diagram's content; inside `overlay`, null removes an entry (JSON merge patch). */
export type DiagramPatch = { [Key in keyof DiagramContent]?: DiagramContent[Key] | { [key: string]: JsonValue } };

/** Fails with status 412 when somebody else has changed the diagram since `version`. */
export function updateDiagram(id: string, version: number, patch: DiagramPatch): Promise<Diagram> {
  return request<Diagram>(`diagrams/${encodeURIComponent(id)}`, {
    method: "PATCH",
    body: patch,
    headers: { "content-type": "application/merge-patch+json", "if-match": `"${version}"` },
  });
}

export function deleteDiagram(id: string): Promise<void> {
  return requestNothing(`diagrams/${encodeURIComponent(id)}`, { method: "DELETE" });
}
