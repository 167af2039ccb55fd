import { setTimeout } from "node:timers/promises";
import { z } from "zod";

export interface Quota {
  /**
   * Makes the call as soon as there is room for one, and once more, after a while, when Google says that there was none. Throws
   * what the last try throws, and the signal's reason.
   */
  call<Answer>(make: () => Promise<Answer>, signal: AbortSignal): Promise<Answer>;
}

export interface Clock {
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

const windowMs = 60_000;
/** Google allows 100 ListAssets a minute for the project that pays for them; others may call too. */
const callsPerWindow = 90;
/** After 5, 10, 20 and 40 s the minute that was used up is over. */
const tries = 5;
const firstWaitMs = 5_000;
/** Whatever an answer says, nobody waits longer for the next try. */
const longestWaitMs = 60_000;

const systemClock: Clock = { now: Date.now, wait: (ms, signal) => setTimeout(ms, undefined, { signal }) };

/** Keeps a session's calls below Cloud Asset's quota, which its SDK neither tells nor waits for. */
export function openQuota(clock: Clock = systemClock): Quota {
  /** When each call of the last window was made, the oldest first. */
  const made: number[] = [];
  let openAt = 0;

  async function ready(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const now = clock.now();
      while (made[0] !== undefined && made[0] <= now - windowMs) made.shift();
      const freeAt = made.length < callsPerWindow ? now : (made[0] ?? now) + windowMs;
      const at = Math.max(openAt, freeAt);
      if (at <= now) break;
      await clock.wait(at - now, signal);
    }
    made.push(clock.now());
  }

  return {
    async call(make, signal) {
      for (let tried = 1; ; tried++) {
        await ready(signal);
        try {
          return await make();
        } catch (error) {
          const throttled = throttling.safeParse(error);
          if (!throttled.success) throw error;
          const waitMs = retryAfterMs(throttled.data) ?? firstWaitMs * 2 ** (tried - 1);
          // For the other calls of the session as well: they would be refused, too.
          openAt = Math.max(openAt, clock.now() + Math.min(waitMs, longestWaitMs));
          if (tried === tries) throw error;
        }
      }
    },
  };
}

/** Of whichever fetch the SDK brings. */
const headers = z.custom<Pick<Headers, "get">>((value) => value !== null && typeof value === "object" && "get" in value && typeof value.get === "function");

/** HTTP's code, or that of gRPC (RESOURCE_EXHAUSTED), as the SDK's errors have it. */
const throttling = z.object({
  code: z.union([z.literal(429), z.literal("429"), z.literal(8)]),
  response: z.object({ headers }).optional().catch(undefined),
});

/** `Retry-After: 30`; null where it is missing, or a date. */
function retryAfterMs({ response }: z.infer<typeof throttling>): number | null {
  const seconds = Number(response?.headers.get("retry-after") ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
