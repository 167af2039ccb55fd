import type { Coverage } from "@/lib/core/resource/coverage";
import { problemKey } from "./count-problems";

type Rows = [Coverage, ...Coverage[]];

export interface ProblemGroup {
  permission: string | null;
  /** No two groups have the same. */
  words: string;
  providers: string[];
  accounts: string[];
  regions: string[];
  collectors: string[];
  messages: string[];
}

const statusWords: Record<Exclude<Coverage["status"], "complete">, string> = {
  denied: "Access denied",
  disabled: "Not enabled for the account",
  failed: "The call failed",
  cancelled: "Cancelled before it was looked at",
};

/** One group for each missing permission; what lacks none is grouped by what is told of it. */
export function groupProblems(coverage: readonly Coverage[]): ProblemGroup[] {
  const groups = new Map<string, Rows>();
  for (const row of coverage) {
    if (row.status === "complete") continue;
    const key = problemKey(row);
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  }
  return [...groups.values()].map(toGroup).sort((one, other) => Number(one.permission === null) - Number(other.permission === null) || one.words.localeCompare(other.words));
}

function toGroup(rows: Rows): ProblemGroup {
  const [first] = rows;
  const { permission } = first;
  return {
    permission,
    words: permission ?? wordsOf(first),
    providers: distinct(rows.map(({ provider }) => provider)),
    accounts: distinct(rows.map(({ account }) => account)),
    regions: distinct(rows.map(({ region }) => region)),
    collectors: distinct(rows.map(({ collector }) => collector)),
    messages: permission === null ? [] : distinct(rows.map(({ message }) => message)).slice(0, 3),
  };
}

function wordsOf({ status, reason, message }: Coverage): string {
  if (status === "complete") return message ?? "";
  if (message !== null) return `${statusWords[status]}. ${message}`;
  return reason === null ? statusWords[status] : `${statusWords[status]}: ${reason}`;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value !== ""))].sort() as string[];
}
