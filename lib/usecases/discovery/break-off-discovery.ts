import { tellWebhooks } from "../webhooks/tell-webhooks";
import { abortProvider } from "./opened-providers";

/** Ends a discovery that cannot go on; what is told is the reason. */
export async function breakOffDiscovery(jobId: string, error: string): Promise<void> {
  const [{ breakOffJob }, { endCells }] = await Promise.all([import("../../db/jobs/jobs"), import("../../db/jobs/job-cells")]);
  await endCells(jobId, { status: "failed", message: error });
  await breakOffJob(jobId, { status: "failed", error });
  abortProvider(jobId);
  await tellWebhooks();
}
