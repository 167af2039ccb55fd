import { Cron } from "croner";
import { CloudVizError } from "../../lib/core/error";
import type { FunctionConfig } from "./function-config";

export interface Tick {
  functionId: string;
  cron: string;
  /** The instant that was planned, which every process computes alike; not the one at which it was noticed. */
  at: Date;
}

export interface CronSchedule {
  /** The ticks that have come since the last question. Of those that a sleeping machine missed, only the first. */
  take(nowMs: number): Tick[];
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
    take: (now) =>
      entries.flatMap((entry) => {
        const { functionId, cron, pattern, next: at } = entry;
        if (at === null || at.getTime() > now) return [];
        entry.next = pattern.nextRun(new Date(now));
        return [{ functionId, cron, at }];
      }),
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
