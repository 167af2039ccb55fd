import type { Readiness } from "../core/api/settings";
import { CloudVizError } from "../core/error";
import { jobQueue } from "../jobs/job-queue";

/** @throws CloudVizError "unavailable" when the database does not answer, or nobody runs background work. */
export async function checkReady(): Promise<Readiness> {
  const { inventoryRevision } = await import("../db/inventory/inventory");
  await inventoryRevision().catch((cause: unknown) => {
    throw notReady("database", "does not answer", cause);
  });
  try {
    return { status: "ok", backgroundWork: jobQueue().kind };
  } catch (cause) {
    throw notReady("background work", "has not begun", cause);
  }
}

function notReady(what: string, why: string, cause: unknown): CloudVizError {
  return new CloudVizError("unavailable", `Not ready: the ${what} ${why}.`, { details: [{ pointer: what, detail: why }], cause });
}
