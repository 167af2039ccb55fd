const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Between one attempt and the next, 10 attempts over three days. */
export const retryDelaysMs: readonly number[] = [5 * secondMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 5 * hourMs, 10 * hourMs, 14 * hourMs, 20 * hourMs, 24 * hourMs];

/** Nobody may have us wait longer. */
const longestMs = 24 * hourMs;
/** Up to so much longer: what failed together does not come back together. */
const jitter = 0.1;

/**
 * How long to wait after `failures` attempts have failed; null when none is left. `retryAfterMs`: as the receiver asked for.
 * `random`: 0 to 1.
 */
export function retryDelayMs(failures: number, retryAfterMs: number | null, { delaysMs = retryDelaysMs, random = Math.random() }: { delaysMs?: readonly number[] | undefined; random?: number } = {}): number | null {
  const ownMs = delaysMs[failures - 1];
  return ownMs === undefined ? null : Math.round(Math.min(Math.max(ownMs, retryAfterMs ?? 0), longestMs) * (1 + jitter * random));
}

/** What a Retry-After header asks for: seconds, or a date. Null when it says nothing that can be understood. */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  if (header === undefined || header.trim() === "") return null;
  const ms = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * secondMs : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
