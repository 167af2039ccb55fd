import type { z } from "zod";
import type { SqlSession } from "../../../lib/db/migrate";
import { unsupportedEnd } from "./apply-operation";
import type { checkpoint } from "../protocol/protocol";
import { endRun, lockRuns } from "../store/runs";
import { saveStep } from "../store/steps";
import { holdTask } from "../store/tasks";

/** Keeps steps that a call has run so far. False when the call is to stop: its run has ended, or its lease is lost. */
export async function saveCheckpoint(session: SqlSession, runId: string, { qi_id: lease, steps }: z.infer<typeof checkpoint>, leaseMs: number): Promise<boolean> {
  const live = await lockRuns(session, [runId]);
  if (!live.has(runId) || !(await holdTask(session, lease, leaseMs))) return false;
  for (const step of steps) {
    if (step.op === "Unsupported") {
      await endRun(session, runId, unsupportedEnd(step.name));
      return false;
    }
    // The SDK hands the steps over with its reply when they are not taken here.
    if (step.op !== "StepRun") throw new Error(`a checkpoint with ${step.op}, which is no result`);
    await saveStep(session, runId, { id: step.id, name: step.displayName ?? null, op: step.op }, { type: "data", data: step.data ?? null });
  }
  return true;
}
