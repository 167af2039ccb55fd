import type { z } from "zod";
import type { jobPage, pageQuery } from "../../core/api";
import { idCursor, pageOf } from "../page-of";

/** Newest first. */
export async function listJobs(query: Pick<z.output<typeof pageQuery>, "limit" | "cursor">): Promise<z.output<typeof jobPage>> {
  const repository = await import("../../db/jobs");
  return pageOf(await repository.listJobs({ before: idCursor(query.cursor), limit: query.limit + 1 }), query.limit);
}
