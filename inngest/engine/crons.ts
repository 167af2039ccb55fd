import { Cron } from "croner";
import { CloudVizError } from "../../lib/core/error";
import type { FunctionConfig } from "./protocol/function-config";

export interface Tick {
  functionId: string;
  cron: string;
  /** The instant that was planned, which every process computes alike; not the one at which it was noticed. */
  at: Date;
}

export interface CronSchedule {
  /**
   * Hands over the ticks that have come since the last time; those that could not be taken come again. Of those that a
   * sleeping machine missed, only the first.
   */
  take(nowMs: number, start: (ticks: Tick[]) => Promise<void>): Promise<void>;
  /** When the next tick comes, in milliseconds since 1970; null without crons. */
  nextMs(): number | null;
}

/** @throws CloudVizError "invalid-request", naming the function whose cron cannot be read. */
export function cronSchedule(functions: Iterable<FunctionConfig>, nowMs: number = Date.now()): CronSchedule {
  const entries = [...functions].flatMap(({ id, crons }) =>
    crons.map((cron) => {
      const pattern = parseCron(id, cron);
      return { functionId: id, cron, pattern, next: pattern.nextRun(new Date(nowMs)) };
    }),
  );
  return {
    take: async (now, start) => {
      const due = entries.flatMap((entry) => (entry.next === null || entry.next.getTime() > now ? [] : [{ entry, at: entry.next }]));
      if (due.length === 0) return;
      await start(due.map(({ entry: { functionId, cron }, at }) => ({ functionId, cron, at })));
      for (const { entry } of due) entry.next = entry.pattern.nextRun(new Date(now));
    },
    nextMs: () => entries.reduce<number | null>((first, { next }) => (next === null ? first : Math.min(first ?? Infinity, next.getTime())), null),
  };
}

/** `TZ=Europe/Paris 0 12 * * *`; without a time zone, UTC as on Inngest. */
function parseCron(functionId: string, cron: string): Cron {
  const [, timezone = "UTC", pattern = ""] = /^(?:TZ=(\S+)\s+)?(.*)$/.exec(cron) ?? [];
  try {
    const parsed = new Cron(pattern, { timezone });
    parsed.nextRun();
    return parsed;
  } catch (error) {
    throw new CloudVizError("invalid-request", `The function ${functionId} has the cron "${cron}", which cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
