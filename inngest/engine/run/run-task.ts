import type { SqlSession } from "../../../lib/db/engine/migrate";
import { announceEnd } from "./announce-end";
import { applyReply } from "./apply-reply";
import { callFunction } from "../protocol/call-function";
import type { FunctionCall } from "../protocol/call-function";
import { endStep } from "./continue-run";
import type { EngineContext } from "../engine-context";
import { writeLeaseId } from "../protocol/protocol";
import { dropWait } from "../store/events";
import { lockRun, markRunning } from "../store/runs";
import { endedSteps, pendingSteps } from "../store/steps";
import { completeTask, returnTask } from "../store/tasks";
import type { ClaimedTask } from "../store/tasks";

/** A step that kills its process, or breaks this executor, is not begun for ever. */
const mostClaims = 10;

/** Does a claimed task. `isHalted` tells whether the call was stopped on our side, to be taken up again. */
export async function runTask(context: EngineContext, task: ClaimedTask, isHalted: () => boolean): Promise<void> {
  const { transaction, functions, handler, signingKey } = context;
  if (task.claims > mostClaims) return transaction((session) => giveUp(session, context, task));
  switch (task.kind) {
    case "announce":
      return transaction((session) => announceEnd(session, functions, task));
    case "sleep":
    case "timeout":
      return transaction((session) => endTimer(session, task));
    case "discover":
    case "step": {
      const call = await transaction((session) => prepareCall(session, context, task));
      if (call === null) return;
      const reply = await callFunction(handler, signingKey, call);
      return transaction((session) => (isHalted() ? returnTask(session, task, { delayMs: 0, reason: "halted" }) : applyReply(session, context, task, reply)));
    }
  }
}

/** What a task came to that never comes to anything: its step failed, or where none is known its run. */
async function giveUp(session: SqlSession, context: EngineContext, task: ClaimedTask): Promise<void> {
  const error = { name: "GivenUp", message: `begun ${mostClaims} times and never ended: each time the process was killed, or the executor failed` };
  if (task.kind === "announce") await completeTask(session, task);
  else if (task.kind === "step" && task.stepId !== null) await applyReply(session, context, task, { type: "operations", operations: [{ op: "StepFailed", id: task.stepId, error }], retryAfter: null });
  else await applyReply(session, context, task, { type: "threw", error, isFinal: true, retryAfter: null });
}

/** A sleep is over, or an event did not come in time: either way the step's result is null. */
async function endTimer(session: SqlSession, task: ClaimedTask): Promise<void> {
  const run = await lockRun(session, task.runId);
  if (run === null || task.stepId === null || !(await completeTask(session, task))) return;
  await dropWait(session, run.id, task.stepId);
  await endStep(session, run.id, { id: task.stepId, name: null, op: task.kind }, { type: "data", data: null });
}

async function prepareCall(session: SqlSession, { functions }: EngineContext, task: ClaimedTask): Promise<FunctionCall | null> {
  const run = await lockRun(session, task.runId);
  const config = functions.get(run?.functionId ?? "");
  if (run === null || config === undefined) return null;
  await markRunning(session, run.id);
  return {
    functionId: run.functionId,
    runId: run.id,
    stepId: task.kind === "step" ? task.stepId : null,
    event: run.event,
    steps: await endedSteps(session, run.id),
    attempt: task.attempt,
    maxAttempts: config.maxAttempts,
    leaseId: writeLeaseId(task),
    isParallel: (await pendingSteps(session, run.id)).all > 0,
  };
}
