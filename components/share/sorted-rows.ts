import type { SharedResource } from "@/lib/core/api/shares";

export type ColumnId = "name" | "typeLabel" | "provider" | "account" | "region" | "state";

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The rows that have the text in one of their cells, sorted; what is not told comes last either way. */
export function sortedRows(rows: readonly SharedResource[], { text, column, isDown }: { text: string; column: ColumnId; isDown: boolean }): SharedResource[] {
  const wanted = text.trim().toLowerCase();
  const holds = (cell: string | null) => cell !== null && cell.toLowerCase().includes(wanted);
  const found = wanted === "" ? [...rows] : rows.filter(({ name, type, typeLabel, provider, account, region, state }) => [name, type, typeLabel, provider, account, region, state].some(holds));
  return found.sort((one, other) => {
    const [before, after] = [one[column], other[column]];
    if (before === null || after === null) return Number(before === null) - Number(after === null);
    return isDown ? collator.compare(after, before) : collator.compare(before, after);
  });
}
