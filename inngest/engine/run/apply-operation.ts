import type { SqlSession } from "../../../lib/db/engine/migrate";
import { engineEvent } from "./announce-end";
import { endStep } from "./continue-run";
import { delayMs } from "../protocol/duration";
import type { FunctionConfig } from "../protocol/function-config";
import { planRun } from "./plan-run";
import type { Operation } from "../protocol/protocol";
import { addWait } from "../store/events";
import { createRuns } from "../store/runs";
import type { RunEnd } from "../store/runs";
import { planStep } from "../store/steps";
import { addTask } from "../store/tasks";

/** Does what the SDK asks for in a run that the caller has locked. Returns the run's end when that is what it asks for. */
export async function applyOperation(session: SqlSession, functions: ReadonlyMap<string, FunctionConfig>, runId: string, operation: Operation): Promise<RunEnd | null> {
  switch (operation.op) {
    case "RunComplete":
      return { status: "completed", output: operation.data };
    case "Unsupported":
      return unsupportedEnd(operation.name);
    case "StepRun":
      await endStep(session, runId, named(operation), { type: "data", data: operation.data ?? null });
      return null;
    case "StepError":
    case "StepFailed":
      await endStep(session, runId, named(operation), { type: "error", error: operation.error });
      return null;
    default:
      // An operation that was told of already is under way.
      if (await planStep(session, runId, { ...named(operation), isRace: operation.opts?.parallelMode === "race" })) await beginStep(session, functions, runId, operation);
      return null;
  }
}

type Planned = Extract<Operation, { op: "StepPlanned" | "Sleep" | "WaitForEvent" | "InvokeFunction" }>;

async function beginStep(session: SqlSession, functions: ReadonlyMap<string, FunctionConfig>, runId: string, operation: Planned): Promise<void> {
  const stepId = operation.id;
  switch (operation.op) {
    case "StepPlanned":
      return addTask(session, { runId, kind: "step", stepId });
    case "Sleep":
      return addTask(session, { runId, kind: "sleep", stepId, delayMs: delayMs(operation.name) ?? 0 });
    case "WaitForEvent":
      await addWait(session, { runId, stepId, event: operation.name, expression: operation.opts.if ?? null });
      return addTask(session, { runId, kind: "timeout", stepId, delayMs: delayMs(operation.opts.timeout) ?? 0 });
    case "InvokeFunction": {
      const invoked = functions.get(operation.opts.function_id);
      if (invoked !== undefined) return createRuns(session, [planRun(invoked, engineEvent("inngest/function.invoked", operation.opts.payload.data ?? {}), { parent: { runId, stepId } })]);
      const error = { name: "Error", message: `there is no function ${operation.opts.function_id} to invoke` };
      return endStep(session, runId, named(operation), { type: "error", error });
    }
  }
}

export function unsupportedEnd(operation: string): RunEnd {
  return { status: "failed", error: { name: "UnsupportedOperation", message: `The embedded executor does not support ${operation}: leave it out, or run on Inngest.` } };
}

function named({ id, displayName, op }: { id: string; displayName?: string | undefined; op: string }) {
  return { id, name: displayName ?? null, op };
}
