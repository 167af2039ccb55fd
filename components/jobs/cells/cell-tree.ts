import { providerLabel } from "@/lib/catalogue";
import type { CellStatus, JobCell } from "@/lib/core/job/job";
import { failedCells, unfinishedCells } from "@/lib/core/job/job-states";
import { isProblem } from "../is-problem";

/** What the cells of a group come to. */
export interface CellTotals {
  planned: number;
  done: number;
  /** Resources found. */
  count: number;
  running: number;
  problems: number;
  cancelled: number;
  /** Against the discovery before. */
  added: number;
  gone: number;
}

/** A provider, an account or a region, with what is planned in it. */
interface CellGroup {
  path: string;
  label: string;
  totals: CellTotals;
  groups: Map<string, CellGroup>;
  cells: JobCell[];
}

/** One visible line; level and position from 1. A group's `isOpen` tells whether what is in it has lines, too. */
export type CellLine = { path: string; level: number; position: number; setSize: number } & (
  | { kind: "group"; label: string; totals: CellTotals; isOpen: boolean }
  | { kind: "cell"; cell: JobCell; isOpen: null }
);

export type CellTree = readonly CellGroup[];

const finished = (status: CellStatus) => !(unfinishedCells as readonly CellStatus[]).includes(status);

/** Whether a retry looks at it again. */
export function canRetry({ status }: Pick<JobCell, "status">): boolean {
  return (failedCells as readonly CellStatus[]).includes(status);
}

export function providerOf({ collector }: Pick<JobCell, "collector">): string {
  return collector.slice(0, Math.max(0, collector.indexOf(".")));
}

export function totalsOf(cells: readonly JobCell[]): CellTotals {
  const totals = noTotals();
  for (const cell of cells) addTo(totals, cell);
  return totals;
}

/** Provider › account › region, in the order of the plan. */
export function cellTree(cells: readonly JobCell[]): CellTree {
  const top = new Map<string, CellGroup>();
  for (const cell of cells) {
    const provider = groupIn(top, "", providerOf(cell), providerLabel(providerOf(cell)));
    const account = groupIn(provider.groups, provider.path, cell.account, cell.account);
    const region = groupIn(account.groups, account.path, cell.region ?? "", cell.region ?? "Global");
    for (const { totals } of [provider, account, region]) addTo(totals, cell);
    region.cells.push(cell);
  }
  return [...top.values()];
}

/** The lines from top to bottom; what lies in closed groups has none. */
export function cellLines(tree: CellTree, isOpen: (path: string, level: number) => boolean): CellLine[] {
  const lines: CellLine[] = [];
  function add(groups: readonly CellGroup[], level: number): void {
    groups.forEach(({ path, label, totals, groups: inner, cells }, index) => {
      const open = isOpen(path, level);
      lines.push({ kind: "group", path, level, position: index + 1, setSize: groups.length, label, totals, isOpen: open });
      if (!open) return;
      add([...inner.values()], level + 1);
      cells.forEach((cell, at) => lines.push({ kind: "cell", path: `${path}\n${cell.collector}`, level: level + 1, position: at + 1, setSize: cells.length, cell, isOpen: null }));
    });
  }
  add(tree, 1);
  return lines;
}

/** The regions in which something could not be seen. */
export function regionsWithProblems(tree: CellTree): string[] {
  const regions = tree.flatMap(({ groups }) => [...groups.values()].flatMap(({ groups: inner }) => [...inner.values()]));
  return regions.flatMap(({ path, totals }) => (totals.problems > 0 ? [path] : []));
}

function groupIn(groups: Map<string, CellGroup>, parent: string, id: string, label: string): CellGroup {
  const present = groups.get(id);
  if (present !== undefined) return present;
  const group: CellGroup = { path: `${parent}\n${id}`, label, totals: noTotals(), groups: new Map(), cells: [] };
  groups.set(id, group);
  return group;
}

function noTotals(): CellTotals {
  return { planned: 0, done: 0, count: 0, running: 0, problems: 0, cancelled: 0, added: 0, gone: 0 };
}

function addTo(totals: CellTotals, cell: JobCell): void {
  totals.planned++;
  if (finished(cell.status)) totals.done++;
  if (cell.status === "running") totals.running++;
  if (cell.status === "cancelled") totals.cancelled++;
  if (isProblem(cell)) totals.problems++;
  totals.count += cell.count;
  totals.added += cell.added ?? 0;
  totals.gone += cell.gone ?? 0;
}
