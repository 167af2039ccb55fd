import { setTimeout as wait } from "node:timers/promises";

/** What an answer says of the calls that are left, by the names of Resource Graph's headers. */
export interface QuotaHeaders {
  get(name: "x-ms-user-quota-remaining" | "x-ms-user-quota-resets-after"): string | undefined;
}

export interface Quota {
  /** Returns when a call may be made. Throws the signal's reason. */
  ready(signal: AbortSignal): Promise<void>;
  note(headers: QuotaHeaders): void;
}

/** The window is 5 s; whatever an answer says, nobody waits longer for it. */
const longestMs = 15_000;

/** Keeps calls below Resource Graph's quota (15 in 5 s for a caller), which it tells with every answer: being refused costs a call too. */
export function openQuota(now: () => number = Date.now): Quota {
  let openAt = 0;
  return {
    async ready(signal) {
      for (let left = openAt - now(); left > 0; left = openAt - now()) await wait(left, undefined, { signal });
      signal.throwIfAborted();
    },
    note(headers) {
      const remaining = Number(headers.get("x-ms-user-quota-remaining") ?? NaN);
      const resetsAfterMs = durationMs(headers.get("x-ms-user-quota-resets-after") ?? "");
      if (remaining <= 0 && resetsAfterMs !== null) openAt = now() + Math.min(resetsAfterMs, longestMs);
    },
  };
}

/** `hh:mm:ss` */
function durationMs(text: string): number | null {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d)/.exec(text) ?? [];
  return seconds === undefined ? null : (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
