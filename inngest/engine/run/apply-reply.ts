import type { SqlSession } from "../../../lib/db/engine/migrate";
import { applyOperation } from "./apply-operation";
import { askForDiscovery } from "./continue-run";
import { retryAfterMs } from "../protocol/duration";
import type { EngineContext } from "../engine-context";
import type { Reply } from "../protocol/protocol";
import { endRun, lockRun, setDiscoverAgain } from "../store/runs";
import type { RunEnd } from "../store/runs";
import { completeTask, returnTask } from "../store/tasks";
import type { ClaimedTask } from "../store/tasks";

type ApplyContext = Pick<EngineContext, "functions" | "backoffMs">;

/** Does what a call came to. Nothing, when the run has ended meanwhile or another has taken over. */
export async function applyReply(session: SqlSession, context: ApplyContext, task: ClaimedTask, reply: Reply): Promise<void> {
  const run = await lockRun(session, task.runId);
  if (run === null) return;
  const delayMs = retryDelayMs(context, run.functionId, task, reply);
  if (delayMs !== null) return returnTask(session, task, { delayMs, reason: "failed" });
  if (!(await completeTask(session, task))) return;
  const end = await endOf(session, context, run.id, reply);
  if (end !== null) return endRun(session, run.id, end);
  if (task.kind === "discover" && run.discoverAgain) {
    await setDiscoverAgain(session, run.id, false);
    await askForDiscovery(session, run.id);
  }
}

async function endOf(session: SqlSession, { functions }: ApplyContext, runId: string, reply: Reply): Promise<RunEnd | null> {
  if (reply.type === "returned") return { status: "completed", output: reply.data };
  if (reply.type === "threw") return { status: "failed", error: reply.error };
  for (const operation of reply.operations) {
    const end = await applyOperation(session, functions, runId, operation);
    if (end !== null) return end;
  }
  return null;
}

/** How long to wait before the same call is made again; null when it is not. */
function retryDelayMs({ functions, backoffMs }: ApplyContext, functionId: string, { attempt }: ClaimedTask, reply: Reply): number | null {
  const maxAttempts = functions.get(functionId)?.maxAttempts ?? 1;
  if (reply.type === "returned" || attempt + 1 >= maxAttempts) return null;
  const hasFailed = reply.type === "threw" ? !reply.isFinal : reply.operations.some(({ op }) => op === "StepError");
  return hasFailed ? (retryAfterMs(reply.retryAfter) ?? backoffMs(attempt)) : null;
}
