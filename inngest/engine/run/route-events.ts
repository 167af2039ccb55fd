import type { SqlSession } from "../../../lib/db/engine/migrate";
import { endStep } from "./continue-run";
import { isMatch } from "../protocol/expressions";
import type { FunctionConfig } from "../protocol/function-config";
import { planTriggered } from "./plan-run";
import type { EngineEvent } from "../protocol/protocol";
import { dropWait, unendedRuns, waitingSteps } from "../store/events";
import { createRuns, endRuns, lockRuns } from "../store/runs";
import { dropTimeout } from "../store/tasks";

type Functions = ReadonlyMap<string, FunctionConfig>;

/** Gives events to all that they concern: runs that they cancel, steps that wait for them, functions that they trigger. */
export async function routeEvents(session: SqlSession, functions: Functions, events: readonly EngineEvent[]): Promise<void> {
  if (events.length === 0) return;
  const cancelled = await findCancelled(session, functions, events);
  const awaited = await findAwaited(session, events);
  const live = await lockRuns(session, [...new Set([...cancelled.keys(), ...awaited.map(({ runId }) => runId)])]);
  for (const [name, runIds] of byEventName(cancelled)) {
    const ending = runIds.filter((runId) => live.delete(runId));
    if (ending.length > 0) await endRuns(session, ending, { status: "cancelled", error: { name: "Cancelled", message: `cancelled by the event ${name}` } });
  }
  for (const { runId, stepId, event } of awaited) {
    // Another transaction may have ended the wait before this one got the lock.
    if (!live.has(runId) || !(await dropWait(session, runId, stepId))) continue;
    await dropTimeout(session, runId, stepId);
    await endStep(session, runId, { id: stepId, name: null, op: "WaitForEvent" }, { type: "data", data: event });
  }
  await createRuns(session, events.flatMap((event) => planTriggered(functions.values(), event)));
}

/** By run, the event that cancels it. */
async function findCancelled(session: SqlSession, functions: Functions, events: readonly EngineEvent[]): Promise<Map<string, EngineEvent>> {
  const names = new Set(events.map(({ name }) => name));
  const cancellable = [...functions.values()].filter(({ cancelOn }) => cancelOn.some(({ event }) => names.has(event)));
  if (cancellable.length === 0) return new Map();
  const runs = await unendedRuns(session, cancellable.map(({ id }) => id));
  return new Map(
    runs.flatMap((run) => {
      const conditions = functions.get(run.functionId)?.cancelOn.filter(({ withinMs }) => withinMs === null || run.ageMs < withinMs) ?? [];
      const event = events.find((sent) => conditions.some((condition) => condition.event === sent.name && isMatch(condition.expression, { event: run.event, async: sent })));
      return event === undefined ? [] : [[run.id, event] as const];
    }),
  );
}

function byEventName(cancelled: ReadonlyMap<string, EngineEvent>): Map<string, string[]> {
  const runIds = new Map<string, string[]>();
  for (const [runId, { name }] of cancelled) {
    const known = runIds.get(name);
    if (known === undefined) runIds.set(name, [runId]);
    else known.push(runId);
  }
  return runIds;
}

async function findAwaited(session: SqlSession, events: readonly EngineEvent[]) {
  const waits = await waitingSteps(session, [...new Set(events.map(({ name }) => name))]);
  return waits.flatMap(({ runId, stepId, name, expression, event: original }) => {
    const event = events.find((sent) => sent.name === name && isMatch(expression, { event: original, async: sent }));
    return event === undefined ? [] : [{ runId, stepId, event }];
  });
}
