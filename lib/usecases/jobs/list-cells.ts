import type { z } from "zod";
import type { jobCells } from "../../core/api/jobs";
import { CloudVizError } from "../../core/error";

/** What a job looks at, in the order of its plan; empty while it is not planned. */
export async function listCells(id: string): Promise<z.output<typeof jobCells>> {
  const [{ getJob }, cells, { lastJobEvent }] = await Promise.all([import("../../db/jobs/jobs"), import("../../db/jobs/job-cells"), import("../../db/jobs/job-events")]);
  if ((await getJob(id)) === null) throw new CloudVizError("not-found", "There is no such job.");
  // Before the cells are read: what happens in between is told once more, and not left out.
  const lastEventId = await lastJobEvent(id);
  return { data: await cells.listCells(id), lastEventId };
}
