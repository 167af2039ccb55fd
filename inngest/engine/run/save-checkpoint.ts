import type { z } from "zod";
import type { SqlSession } from "../../../lib/db/engine/migrate";
import type { checkpoint } from "../protocol/protocol";
import { endRun, lockRun } from "../store/runs";
import { saveUnderLease } from "../store/steps";
import { unsupportedEnd } from "./apply-operation";

/** Keeps steps that a call has run so far. False when the call is to stop: its run has ended, or its lease is lost. */
export async function saveCheckpoint(session: SqlSession, runId: string, { qi_id: lease, steps }: z.infer<typeof checkpoint>, leaseMs: number): Promise<boolean> {
  const unsupported = steps.find((step) => step.op === "Unsupported");
  if (unsupported !== undefined) {
    if ((await lockRun(session, runId)) !== null) await endRun(session, runId, unsupportedEnd(unsupported.name));
    return false;
  }
  const results = steps.map((step) => {
    // The SDK hands the steps over with its reply when they are not taken here.
    if (step.op !== "StepRun") throw new Error(`a checkpoint with ${step.op}, which is no result`);
    return { id: step.id, name: step.displayName ?? null, data: step.data ?? null };
  });
  return saveUnderLease(session, runId, lease, leaseMs, results);
}
