import {
  choices,
  connectionPage,
  demoAnswer,
  diagramPage,
  formatChoices,
  graph,
  jobPage,
  layoutChoices,
  providerChoices,
  resourceDetail,
  resourcePage,
  resourceRow,
  resourceRowPage,
  summary,
  type Choice,
  type DemoAnswer,
  type DiagramContent,
  type FormatChoice,
  type Graph,
  type GraphQuery,
  type LayoutChoice,
  type ListResourcesQuery,
  type NewConnection,
  type NewDiagram,
  type ProviderChoice,
  type ResourceDetail,
  type ResourcePage,
  type ResourceRowPage,
  type Summary,
} from "../core/api";
import { connection, type Connection } from "../core/connection";
import { diagram, type Diagram } from "../core/diagram";
import { facets, type Facets, type FacetsQuery } from "../core/facets";
import { job, type Job } from "../core/job";
import type { JsonValue } from "../core/json";
import { apiUrl, request, requestNothing } from "./request";

export { ApiError } from "./api-error";
export { importFile, type UploadOptions } from "./upload";

/** One typed function for each thing the pages ask of the server; answers are checked before they are used. */

type Signal = AbortSignal | undefined;

export function getSummary(signal?: Signal): Promise<Summary> {
  return request("summary", summary, { signal });
}

export async function listConnections(signal?: Signal): Promise<Connection[]> {
  return (await request("connections", connectionPage, { signal, query: { limit: 500 } })).data;
}

/** Checks the credentials with a real call before anything is stored. */
export function createConnection(body: NewConnection): Promise<Connection> {
  return request("connections", connection, { method: "POST", body });
}

export function removeConnection(id: string): Promise<void> {
  return requestNothing(`connections/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export function startDiscovery(connectionId: string): Promise<Job> {
  return request(`connections/${encodeURIComponent(connectionId)}/discoveries`, job, { method: "POST" });
}

export async function listJobs(signal?: Signal): Promise<Job[]> {
  return (await request("jobs", jobPage, { signal })).data;
}

/** `waitSeconds` > 0 answers only when the job has ended or so many seconds have passed. */
export function getJob(id: string, waitSeconds = 0, signal?: Signal): Promise<Job> {
  return request(`jobs/${encodeURIComponent(id)}`, job, { signal, query: { wait: waitSeconds === 0 ? null : waitSeconds } });
}

export function cancelJob(id: string): Promise<Job> {
  return request(`jobs/${encodeURIComponent(id)}/cancel`, job, { method: "POST" });
}

export function listResources(query: Partial<Omit<ListResourcesQuery, "fields">>, signal?: Signal): Promise<ResourcePage> {
  return request("resources", resourcePage, { signal, query });
}

const rowFields = Object.keys(resourceRow.shape).join(",");

/** The same list with only what a table shows. */
export function listResourceRows(query: Partial<Omit<ListResourcesQuery, "fields">>, signal?: Signal): Promise<ResourceRowPage> {
  return request("resources", resourceRowPage, { signal, query: { ...query, fields: rowFields } });
}

export function getResource(key: string, signal?: Signal): Promise<ResourceDetail> {
  return request(`resources/${encodeURIComponent(key)}`, resourceDetail, { signal });
}

/** What a diagram draws: the resources the filter matches, the frames around them and the outside nodes they touch. */
export function getGraph(query: Partial<GraphQuery>, signal?: Signal): Promise<Graph> {
  return request("graph", graph, { signal, query });
}

/** What the inventory can be filtered by. */
export function getFacets(query: FacetsQuery, signal?: Signal): Promise<Facets> {
  return request("facets", facets, { signal, query });
}

export async function listDiagrams(signal?: Signal): Promise<Diagram[]> {
  return (await request("diagrams", diagramPage, { signal, query: { limit: 500 } })).data;
}

export function getDiagram(id: string, signal?: Signal): Promise<Diagram> {
  return request(`diagrams/${encodeURIComponent(id)}`, diagram, { signal });
}

export function createDiagram(body: NewDiagram): Promise<Diagram> {
  return request("diagrams", diagram, { method: "POST", body });
}

/** A part of a diagram's content; inside `overlay`, null removes an entry (JSON merge patch). */
export type DiagramPatch = { [Key in keyof DiagramContent]?: DiagramContent[Key] | { [key: string]: JsonValue } };

/** Fails with status 412 when somebody else has changed the diagram since `version`. */
export function updateDiagram(id: string, version: number, patch: DiagramPatch): Promise<Diagram> {
  return request(`diagrams/${encodeURIComponent(id)}`, diagram, {
    method: "PATCH",
    body: patch,
    headers: { "content-type": "application/merge-patch+json", "if-match": `"${version}"` },
  });
}

export function deleteDiagram(id: string): Promise<void> {
  return requestNothing(`diagrams/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** Where an export is fetched from; with `download` the browser saves it as a file. */
export function exportUrl(diagramId: string, options: { format: string; theme?: string; download?: boolean }): string {
  return apiUrl(`diagrams/${encodeURIComponent(diagramId)}/export`, { ...options, download: options.download === true ? true : null });
}

export async function listProviders(signal?: Signal): Promise<ProviderChoice[]> {
  return (await request("providers", providerChoices, { signal })).data;
}

export async function listLayouts(signal?: Signal): Promise<LayoutChoice[]> {
  return (await request("layouts", layoutChoices, { signal })).data;
}

export async function listThemes(signal?: Signal): Promise<Choice[]> {
  return (await request("themes", choices, { signal })).data;
}

export async function listFormats(signal?: Signal): Promise<FormatChoice[]> {
  return (await request("formats", formatChoices, { signal })).data;
}

/** Adds the demo estate (or answers it when it is there) and a diagram of it. */
export function addDemo(): Promise<DemoAnswer> {
  return request("demo", demoAnswer, { method: "POST" });
}

export function removeDemo(): Promise<void> {
  return requestNothing("demo", { method: "DELETE" });
}
