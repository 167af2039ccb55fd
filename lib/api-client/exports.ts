import type { NewExport } from "../core/api/diagrams";
import type { Job } from "../core/job/job";
import type { JsonObject } from "../core/json";
import { apiUrl, request } from "./request";
import { requestFile, type ReceivedFile } from "./request-file";

/** A format's own options. */
export type ExportOptions = Readonly<Record<string, string | number | boolean>>;

/** What is exported of a diagram, and how; what is left out is as the diagram was saved. */
export type ExportWish = Omit<NewExport, "group" | "layoutOptions" | "options"> & { group?: string | undefined; layoutOptions?: JsonObject | undefined; options?: ExportOptions | undefined };

/** Where an export is fetched from; with `download` the browser saves it as a file. */
export function exportUrl(diagramId: string, { layoutOptions, select, options, ...wish }: ExportWish, download = false): string {
  return apiUrl(`diagrams/${encodeURIComponent(diagramId)}/export`, {
    ...options,
    ...wish,
    layoutOptions: layoutOptions === undefined ? null : JSON.stringify(layoutOptions),
    select: select === undefined ? null : select.join(","),
    download: download ? true : null,
  });
}

export function fetchExport(diagramId: string, wish: ExportWish, signal?: AbortSignal): Promise<ReceivedFile> {
  return requestFile(exportUrl(diagramId, wish), signal);
}

/** The same in the background: for what takes long, or has more words than an address holds. */
export function startExport(diagramId: string, wish: ExportWish): Promise<Job> {
  return request<Job>(`diagrams/${encodeURIComponent(diagramId)}/exports`, { method: "POST", body: wish });
}

/** Where the file that a job made is saved from, for a day. */
export function jobFileUrl(jobId: string): string {
  return apiUrl(`jobs/${encodeURIComponent(jobId)}/file`);
}
