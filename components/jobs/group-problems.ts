import type { Coverage } from "@/lib/core/coverage";

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

/** One group for each missing permission; what lacks none is grouped by its status and reason. */
export function groupProblems(coverage: readonly Coverage[]): ProblemGroup[] {
  const groups = new Map<string, Coverage[]>();
  for (const row of coverage) {
    if (row.status === "complete") continue;
    const id = row.permission ?? `${row.status} ${row.reason ?? ""}`;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups].map(([id, rows]) => toGroup(id, rows)).sort((one, other) => Number(one.permission === null) - Number(other.permission === null) || one.id.localeCompare(other.id));
}

function toGroup(id: string, rows: readonly Coverage[]): ProblemGroup {
  const [first] = rows;
  const status = first === undefined || first.status === "complete" ? "failed" : first.status;
  const reason = first?.reason ?? null;
  return {
    id,
    permission: first?.permission ?? null,
    words: reason === null ? statusWords[status] : `${statusWords[status]}: ${reason}`,
    providers: distinct(rows.map(({ provider }) => provider)),
    accounts: distinct(rows.map(({ account }) => account)),
    regions: distinct(rows.map(({ region }) => region)),
    collectors: distinct(rows.map(({ collector }) => collector)),
    messages: distinct(rows.map(({ message }) => message)).slice(0, 3),
  };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value !== ""))].sort() as string[];
}
