import { randomUUID } from "node:crypto";
import type { SqlSession } from "../../../lib/db/engine/migrate";
import { endStepOf } from "./continue-run";
import type { FunctionConfig } from "../protocol/function-config";
import { functionError } from "../protocol/protocol";
import type { EngineEvent } from "../protocol/protocol";
import { routeEvents } from "./route-events";
import { readRun } from "../store/runs";
import type { Run } from "../store/runs";
import { completeTask } from "../store/tasks";
import type { ClaimedTask } from "../store/tasks";

/** Tells the step that invoked a run, and by events everybody else, that it has ended. */
export async function announceEnd(session: SqlSession, functions: ReadonlyMap<string, FunctionConfig>, task: ClaimedTask): Promise<void> {
  if (!(await completeTask(session, task))) return;
  const run = await readRun(session, task.runId);
  if (run === null) return;
  if (run.parent !== null) {
    await endStepOf(session, run.parent, "InvokeFunction", run.status === "completed" ? { type: "data", data: run.output ?? null } : { type: "error", error: functionError.parse(run.error) });
  }
  await routeEvents(session, functions, endEvents(run));
}

/** The events that Inngest sends: `function.finished` for whatever end but a cancellation, which has its own. */
function endEvents({ id, functionId, event, status, output, error }: Run): EngineEvent[] {
  const told = { function_id: functionId, run_id: id, event };
  if (status === "completed") return [engineEvent("inngest/function.finished", { ...told, result: output ?? null })];
  const failure = { ...told, error: functionError.parse(error) };
  if (status === "cancelled") return [engineEvent("inngest/function.cancelled", failure)];
  return [engineEvent("inngest/function.failed", failure), engineEvent("inngest/function.finished", failure)];
}

export function engineEvent(name: string, data: Record<string, unknown>): EngineEvent {
  return { id: randomUUID(), name, data, ts: Date.now() };
}
