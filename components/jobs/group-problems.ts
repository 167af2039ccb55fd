import type { Coverage } from "@/lib/core/resource/coverage";

export interface ProblemGroup {
  id: string;
  permission: string | null;
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
  const groups = new Map<string, Coverage[]>();
  for (const row of coverage) {
    if (row.status === "complete") continue;
    const id = row.permission ?? wordsOf(row);
    const rows = groups.get(id);
    if (rows === undefined) groups.set(id, [row]);
    else rows.push(row);
  }
  return [...groups].map(([id, rows]) => toGroup(id, rows)).sort((one, other) => Number(one.permission === null) - Number(other.permission === null) || one.id.localeCompare(other.id));
}

function toGroup(id: string, rows: readonly Coverage[]): ProblemGroup {
  const permission = rows[0]?.permission ?? null;
  return {
    id,
    permission,
    words: id,
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
