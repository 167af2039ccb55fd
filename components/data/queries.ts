/** What the pages ask of the server, each with its key; a page loads only the files of those it asks. */

export * from "./active-shares";
export * from "./choices";
export * from "./connections";
export * from "./diagrams";
export * from "./job-keys";
export * from "./jobs";
export { refreshInventory, refreshJobLists } from "./refresh-inventory";
export * from "./resources";
export { askEveryMs, isToldOfJobs } from "./running";
export * from "./schedules";
export * from "./settings";
export * from "./shares";
export * from "./summary";
export * from "./webhooks";
