import type { ExportStage } from "../../core/job/job";
import { hasEnded } from "../../core/job/job";
import { exportDiagram } from "../diagrams/export-diagram";
import { whileAbortable } from "./running-exports";

const keptForMs = 24 * 60 * 60 * 1000;

/** Draws what a job is to draw and keeps the file for a day, unless the job ends meanwhile. Run once more, it begins anew. Throws what diagram, layout or format tell. */
export async function runExport(jobId: string): Promise<void> {
  const [{ getJob, startJob }, { readExport, storeExport }] = await Promise.all([import("../../db/jobs/jobs"), import("../../db/exports")]);
  const [job, wanted] = await Promise.all([getJob(jobId), readExport(jobId)]);
  if (job === null || wanted === null || hasEnded(job)) return;
  await startJob(jobId);
  await whileAbortable(jobId, async (abort) => {
    const stages = stagesOf(jobId, abort);
    try {
      stages.tell("reading");
      const { draw } = await exportDiagram(wanted.diagramId, wanted.request);
      const { content, ...file } = await draw(abort.signal, stages.tell, "job");
      stages.tell("storing");
      await stages.told();
      if (abort.signal.aborted) return;
      await storeExport(jobId, { ...file, content: typeof content === "string" ? new TextEncoder().encode(content) : content }, new Date(Date.now() + keptForMs));
    } catch (error) {
      // Drawing ends with it; what is told of the job is that it was cancelled.
      if (!abort.signal.aborted) throw error;
    }
  });
}

/** Tells one stage after the other without keeping the drawing waiting; `abort` when the job has ended meanwhile. */
function stagesOf(jobId: string, abort: AbortController) {
  let failure: unknown = null;
  let telling = Promise.resolve();
  async function tellOne(stage: ExportStage): Promise<void> {
    const { tellStage } = await import("../../db/exports");
    if (!abort.signal.aborted && !(await tellStage(jobId, stage))) abort.abort();
  }
  return {
    tell: (stage: ExportStage) => void (telling = telling.then(() => tellOne(stage)).catch((error: unknown) => void (failure ??= error))),
    /** Throws what kept one from being told. */
    told: async () => {
      await telling;
      if (failure !== null) throw failure;
    },
  };
}
