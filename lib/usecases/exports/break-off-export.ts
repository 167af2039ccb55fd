/** Ends an export that cannot go on; what is told is the reason. */
export async function breakOffExport(jobId: string, error: string): Promise<void> {
  const { breakOffJob } = await import("../../db/jobs/jobs");
  await breakOffJob(jobId, { status: "failed", error });
}
