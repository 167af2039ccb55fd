import { CloudVizError } from "../../core/error";
import type { JobCell } from "../../core/job";

/** What a job looks at, in the order of its plan; empty while it is not planned. */
export async function listCells(id: string): Promise<JobCell[]> {
  const [{ getJob }, cells] = await Promise.all([import("../../db/jobs"), import("../../db/job-cells")]);
  if ((await getJob(id)) === null) throw new CloudVizError("not-found", "There is no such job.");
  return cells.listCells(id);
}
