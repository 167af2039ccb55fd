import type { z } from "zod";
import type {
  DemoAnswer,
  DiagramContent,
  FormatChoice,
  LayoutChoice,
  ListResourcesQuery,
  NewConnection,
  NewDiagram,
  ProviderChoice,
  ResourceDetail,
  ResourcePage,
  ResourceRow,
  ResourceRowPage,
  Summary,
} from "../core/api";
import type { Connection } from "../core/connection";
import type { Diagram, DiagramSummary } from "../core/diagram";
import type { Facets, FacetsQuery } from "../core/facets";
import type { Job } from "../core/job";
import type { JsonObject, JsonValue } from "../core/json";
import type { DiagramView, DiagramViewBoxes, viewQuery } from "../core/view";
import { apiUrl, request, requestNothing } from "./request";

export { ApiError } from "./api-error";
export { importFile, type UploadOptions } from "./upload";

/** One typed function for each thing the pages ask of the server. */

type Signal = AbortSignal | undefined;

export function getSummary(signal?: Signal): Promise<Summary> {
  return request<Summary>("summary", { signal });
}

export async function listConnections(signal?: Signal): Promise<Connection[]> {
  return (await request<{ data: Connection[] }>("connections", { signal, query: { limit: 500 } })).data;
}

/** Checks the credentials with a real call before anything is stored. */
export function createConnection(body: NewConnection): Promise<Connection> {
  return request<Connection>("connections", { method: "POST", body });
}

export function removeConnection(id: string): Promise<void> {
  return requestNothing(`connections/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export function startDiscovery(connectionId: string): Promise<Job> {
  return request<Job>(`connections/${encodeURIComponent(connectionId)}/discoveries`, { method: "POST" });
}

export async function listJobs(signal?: Signal): Promise<Job[]> {
  return (await request<{ data: Job[] }>("jobs", { signal })).data;
}

/** `waitSeconds` > 0 answers only when the job has ended or so many seconds have passed. */
export function getJob(id: string, waitSeconds = 0, signal?: Signal): Promise<Job> {
  return request<Job>(`jobs/${encodeURIComponent(id)}`, { signal, query: { wait: waitSeconds === 0 ? null : waitSeconds } });
}

export function cancelJob(id: string): Promise<Job> {
  return request<Job>(`jobs/${encodeURIComponent(id)}/cancel`, { method: "POST" });
}

export function listResources(query: Partial<Omit<ListResourcesQuery, "fields">>, signal?: Signal): Promise<ResourcePage> {
  return request<ResourcePage>("resources", { signal, query });
}

const rowColumns: Record<keyof ResourceRow, true> = {
  key: true, id: true, name: true, type: true, provider: true, account: true, region: true, zone: true, group: true, state: true, tags: true, firstSeenAt: true, relationCount: true,
};
const rowFields = Object.keys(rowColumns).join(",");

/** The same list with only what a table shows. */
export function listResourceRows(query: Partial<Omit<ListResourcesQuery, "fields">>, signal?: Signal): Promise<ResourceRowPage> {
  return request<ResourceRowPage>("resources", { signal, query: { ...query, fields: rowFields } });
}

export function getResource(key: string, signal?: Signal): Promise<ResourceDetail> {
  return request<ResourceDetail>(`resources/${encodeURIComponent(key)}`, { signal });
}

/** What the inventory can be filtered by. */
export function getFacets(query: FacetsQuery, signal?: Signal): Promise<Facets> {
  return request<Facets>("facets", { signal, query });
}

/** Without their edits. */
export async function listDiagrams(signal?: Signal): Promise<DiagramSummary[]> {
  return (await request<{ data: DiagramSummary[] }>("diagrams", { signal, query: { limit: 500 } })).data;
}

export function getDiagram(id: string, signal?: Signal): Promise<Diagram> {
  return request<Diagram>(`diagrams/${encodeURIComponent(id)}`, { signal });
}

/** What a diagram's view is asked for, as it stands in an address; `group` by `groupingText`. */
export type DiagramViewQuery = z.input<typeof viewQuery>;

/** What a diagram draws, in columns; `decodeView` reads them. */
export function getDiagramView(id: string, query: DiagramViewQuery = {}, signal?: Signal): Promise<DiagramView> {
  return request<DiagramView>(`diagrams/${encodeURIComponent(id)}/view`, { signal, query });
}

/** What stands behind the boxes of the view of the same token. */
export function getDiagramViewBoxes(id: string, query: DiagramViewQuery = {}, signal?: Signal): Promise<DiagramViewBoxes> {
  return request<DiagramViewBoxes>(`diagrams/${encodeURIComponent(id)}/view/boxes`, { signal, query });
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

export interface ExportOptions extends DiagramViewQuery {
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

export async function listProviders(signal?: Signal): Promise<ProviderChoice[]> {
  return (await request<{ data: ProviderChoice[] }>("providers", { signal })).data;
}

export async function listLayouts(signal?: Signal): Promise<LayoutChoice[]> {
  return (await request<{ data: LayoutChoice[] }>("layouts", { signal })).data;
}

export async function listFormats(signal?: Signal): Promise<FormatChoice[]> {
  return (await request<{ data: FormatChoice[] }>("formats", { signal })).data;
}

/** Adds the demo estate (or answers it when it is there) and a diagram of it. */
export function addDemo(): Promise<DemoAnswer> {
  return request<DemoAnswer>("demo", { method: "POST" });
}

export function removeDemo(): Promise<void> {
  return requestNothing("demo", { method: "DELETE" });
}
