import type { ExportRequest } from "../../core/api/diagrams";
import { CloudVizError } from "../../core/error";
import type { Job } from "../../core/job/job";
import type { Principal } from "../../core/principal";
import { jobQueue } from "../../jobs/job-queue";
import { exportDiagram } from "../diagrams/export-diagram";

/**
 * Has a diagram drawn in the background. What cannot be drawn is refused before there is a job: throws as `exportDiagram` does, and
 * `unavailable` when nobody takes the work.
 */
export async function requestExport(diagramId: string, request: ExportRequest, principal: Pick<Principal, "id">): Promise<Job> {
  const { title, label } = await exportDiagram(diagramId, request);
  const { queueExport } = await import("../../db/exports");
  const job = await queueExport({ diagramId, title, format: label, request, createdBy: principal.id });
  try {
    await jobQueue().send([{ name: "export/requested", id: `${job.id}:requested`, data: { jobId: job.id } }]);
  } catch (cause) {
    const message = "The export could not be given to whoever runs background work. Is Inngest reachable at INNGEST_BASE_URL, and is its event key right? Then export again.";
    const { breakOffJob } = await import("../../db/jobs/jobs");
    await breakOffJob(job.id, { status: "failed", error: message });
    throw new CloudVizError("unavailable", message, { cause });
  }
  return job;
}
