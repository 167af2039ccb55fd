import { NonRetriableError, RetryAfterError } from "inngest";
import { CloudVizError, type ErrorCode } from "../../lib/core/error";
import { logger } from "../../lib/observability/logger";

/** Trying again does not help. */
const permanent = new Set<ErrorCode>(["cancelled", "conflict", "forbidden", "invalid-credentials", "invalid-filter", "invalid-request", "not-found", "too-large"]);

export const internalError = "An unexpected error ended the job; the server's log has it under the job's id.";

/** Does a step's work. Whoever runs it keeps its errors: they say only what may be told, and the rest is logged here. */
export async function inOwnWords<Result>(jobId: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RetryAfterError) throw error;
    if (!(error instanceof CloudVizError)) {
      logger().error({ err: error, jobId }, "a step of a job failed");
      throw new Error(internalError);
    }
    if (permanent.has(error.code)) throw new NonRetriableError(error.message);
    throw new Error(error.message);
  }
}
