import type { SqlSession } from "../../../lib/db/engine/migrate";
import type { StepState } from "../protocol/protocol";
import { lockRun, setDiscoverAgain } from "../store/runs";
import { isRaceStep, pendingSteps, saveStep } from "../store/steps";
import { addTask, discoveryOf } from "../store/tasks";

/** Keeps a step's result in a run that the caller has locked, and lets the run go on where nothing else holds it up. */
export async function endStep(session: SqlSession, runId: string, step: { id: string; name: string | null; op: string }, state: StepState): Promise<void> {
  await saveStep(session, runId, step, state);
  const isRace = await isRaceStep(session, runId, step.id);
  if (isRace || (await pendingSteps(session, runId)).holding === 0) await askForDiscovery(session, runId);
}

/** The same for a run that is not locked yet, and may have ended. */
export async function endStepOf(session: SqlSession, { runId, stepId }: { runId: string; stepId: string }, op: string, state: StepState): Promise<void> {
  if ((await lockRun(session, runId)) !== null) await endStep(session, runId, { id: stepId, name: null, op }, state);
}

/**
 * Has the function called for what comes next. One such call goes on at a time: two would find, and run, the same step.
 * One that goes on already may have missed what just ended, so another follows it.
 */
export async function askForDiscovery(session: SqlSession, runId: string): Promise<void> {
  const discovery = await discoveryOf(session, runId);
  if (discovery === null) await addTask(session, { runId, kind: "discover" });
  if (discovery === "claimed") await setDiscoverAgain(session, runId, true);
}
