/**
 * What is written behind `>`, `>=`, `<` or `<=`. A date stands for the time from its beginning up to, not including, its end
 * (ms since 1970): `>2026-01-31` begins with February. `ago` is a moment so many ms before now.
 */
export type Operand = { kind: "number"; value: number } | { kind: "time"; from: number; to: number } | { kind: "ago"; ms: number };

export type Comparison = ">" | ">=" | "<" | "<=";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const unitMs: Record<string, number> = { h: hourMs, d: dayMs, w: 7 * dayMs };

/** Reads `2026`, `2026-01`, `2026-01-31`, `2026-01-31T12:00Z` or `-7d` (hours, days, weeks). UTC where no offset is written. */
export function readTime(text: string): Extract<Operand, { kind: "time" | "ago" }> | null {
  const ago = /^-(\d{1,4})([hdw])$/i.exec(text);
  if (ago !== null) return { kind: "ago", ms: Number(ago[1]) * (unitMs[(ago[2] ?? "").toLowerCase()] ?? 0) };
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/i.exec(text);
  if (parts === null) return null;
  const [, year = "", month, day, hour, minute, second, fraction, offset = "Z"] = parts;
  const from = Date.parse(`${year}-${month ?? "01"}-${day ?? "01"}T${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}${fraction ?? ""}${offset.toUpperCase()}`);
  // JavaScript takes the 31st of June for the 1st of July.
  if (Number.isNaN(from) || Number(day ?? 1) > daysIn(Number(year), Number(month ?? 1))) return null;
  return { kind: "time", from, to: endOf(from, { month, day, hour, second, fraction }) };
}

function endOf(from: number, written: Record<"month" | "day" | "hour" | "second" | "fraction", string | undefined>): number {
  if (written.fraction !== undefined) return from + 1;
  if (written.second !== undefined) return from + 1000;
  if (written.hour !== undefined) return from + 60_000;
  if (written.day !== undefined) return from + dayMs;
  const begin = new Date(from);
  return written.month === undefined ? Date.UTC(begin.getUTCFullYear() + 1, 0) : Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function readNumber(text: string): number | null {
  return /^[+-]?\d{1,300}(\.\d{1,300})?$/.test(text) ? Number(text) : null;
}

/** Whether a value, as text, stands so to the operand. A value of another kind does not. `now` in ms. */
export function compares(value: string, comparison: Comparison, operand: Operand, now: number): boolean {
  if (operand.kind === "number") {
    const number = readNumber(value);
    return number !== null && holds(number, comparison, operand.value, operand.value);
  }
  const found = readTime(value);
  if (found?.kind !== "time") return false;
  const [from, to] = operand.kind === "time" ? [operand.from, operand.to] : [now - operand.ms, now - operand.ms + 1];
  return holds(found.from, comparison, from, to - 1);
}

function holds(value: number, comparison: Comparison, first: number, last: number): boolean {
  switch (comparison) {
    case ">":
      return value > last;
    case ">=":
      return value >= first;
    case "<":
      return value < first;
    case "<=":
      return value <= last;
  }
}
