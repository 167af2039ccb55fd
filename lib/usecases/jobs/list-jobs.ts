import type { z } from "zod";
import type { jobPage, listJobsQuery } from "../../core/api/jobs";
import type { JobStatus } from "../../core/job/job";
import { idCursor, pageOf } from "../page-of";

/** Newest first. */
export async function listJobs({ status, cursor, limit }: z.output<typeof listJobsQuery>): Promise<z.output<typeof jobPage>> {
  const repository = await import("../../db/jobs/jobs");
  const wanted = status?.flatMap((one): JobStatus[] => (one === "running" ? ["queued", "running"] : [one]));
  return pageOf(await repository.listJobs({ ...(wanted === undefined ? {} : { status: wanted }), before: idCursor(cursor), limit: limit + 1 }), limit);
}
