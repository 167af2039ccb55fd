import { tellWebhooks } from "../webhooks/request-pending-deliveries";
import { abortProvider } from "./opened-providers";

/** Ends a discovery that cannot go on; what is told is the reason. */
export async function breakOffDiscovery(jobId: string, error: string): Promise<void> {
  const { breakOffJob } = await import("../../db/jobs");
  await breakOffJob(jobId, { status: "failed", error });
  abortProvider(jobId);
  await tellWebhooks();
}
