import { abortExport } from "./running-exports";

/** Ends an export: whatever is drawn for it, there will be no file. */
export async function cancelExport(jobId: string): Promise<void> {
  const { breakOffJob } = await import("../../db/jobs/jobs");
  await breakOffJob(jobId, { status: "cancelled", error: null });
  abortExport(jobId);
}
