const unitMs: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/**
 * Milliseconds from `nowMs` until what the SDK writes: a duration (`1d12h`; empty for none) or an ISO date. Never less
 * than 0; null when it is neither.
 */
export function delayMs(text: string, nowMs: number = Date.now()): number | null {
  if (/^(\d+[wdhms])*$/.test(text)) {
    return [...text.matchAll(/(\d+)([wdhms])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ""] ?? 0), 0);
  }
  const date = /^\d{4}-/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/** The same for a `retry-after` header: seconds or a date; null when there is none. */
export function retryAfterMs(header: string | null, nowMs: number = Date.now()): number | null {
  if (header === null) return null;
  return /^\d+$/.test(header) ? Number(header) * 1_000 : delayMs(header, nowMs);
}
