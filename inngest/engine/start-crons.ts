import type { CronSchedule } from "./crons";
import type { EngineContext } from "./engine-context";
import { planRun } from "./run/plan-run";
import { createRuns } from "./store/runs";

/** Starts the runs of crons whose time has come, once over all processes. */
export function startCrons({ transaction, functions }: Pick<EngineContext, "transaction" | "functions">, crons: CronSchedule, nowMs: number = Date.now()): Promise<void> {
  return crons.take(nowMs, async (ticks) => {
    const runs = ticks.flatMap(({ functionId, cron, at }) => {
      const config = functions.get(functionId);
      const event = { id: `${functionId}:${at.toISOString()}`, name: "inngest/scheduled.timer", data: { cron }, ts: at.getTime() };
      return config === undefined ? [] : [planRun(config, event, { dedupeKey: `cron:${JSON.stringify([functionId, cron, at])}` })];
    });
    await transaction((session) => createRuns(session, runs));
  });
}
