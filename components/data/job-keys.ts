/** Every list of jobs. */
export const jobListsKey = ["jobs", "list"] as const;
/** A job, with all that is known of it alone. */
export const jobKey = (id: string) => ["jobs", id] as const;
export const jobCellsKey = (id: string) => ["jobs", id, "cells"] as const;
