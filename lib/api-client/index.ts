/** One typed function for each thing the pages ask of the server; a page loads only the files of those it calls. */

export { ApiError } from "./api-error";
export * from "./choices";
export * from "./connections";
export * from "./demo";
export * from "./diagram-view";
export * from "./diagrams";
export * from "./events";
export * from "./exports";
export * from "./jobs";
export * from "./resources";
export * from "./schedules";
export * from "./settings";
export * from "./shares";
export * from "./summary";
export { importFile } from "./upload";
export * from "./webhooks";
