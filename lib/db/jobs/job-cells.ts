import type { Found } from "../../core/resource/collected";
import { coverage as coverageRow } from "../../core/resource/coverage";
import type { Coverage } from "../../core/resource/coverage";
import { cellStatus, failedCells, jobCell, unfinishedCells } from "../../core/job/job";
import type { CellStatus, JobCell } from "../../core/job/job";
import { z } from "zod";
import { openDatabase } from "../database";
import type { Transaction } from "../database";
import { changeCells, isUnfinished, type CellChange } from "./change-cells";
import { Prisma } from "../generated/client";
import { addFindings, dropFindings } from "./job-findings";
import { storable } from "../storable";

/** `coverage`: what counts should the cell never be run. */
export interface PlannedCell {
  account: string;
  region: string | null;
  collector: string;
  status: "queued" | "skipped";
  coverage: readonly Coverage[];
}

export interface CellOutcome {
  status: Exclude<CellStatus, (typeof unfinishedCells)[number]>;
  count: number;
  permission: string | null;
  message: string | null;
  coverage: readonly Coverage[];
}

/** One account's region, or what of the account has no region. */
export interface JobPlace {
  account: string;
  region: string | null;
}

const coverages = z.array(coverageRow);

/** Stores the plan of a job; one that it has already is replaced, with what was found by it. */
export async function planCells(jobId: string, cells: readonly PlannedCell[]): Promise<void> {
  const { prisma } = await openDatabase();
  const rows = JSON.stringify(storable(cells.map((cell, ordinal) => ({ ...cell, ordinal }))));
  const done = cells.filter(({ status }) => status === "skipped").length;
  await prisma.$transaction(async (tx) => {
    await dropFindings(tx, jobId);
    await tx.jobCell.deleteMany({ where: { jobId } });
    await tx.$executeRaw`
      INSERT INTO job_cells (job_id, ordinal, account, region, collector, status, coverage) SELECT ${jobId}, ordinal, account, region, collector, status, coverage
      FROM jsonb_to_recordset(${rows}::jsonb) AS planned(ordinal int, account text, region text, collector text, status text, coverage jsonb) ORDER BY ordinal`;
    await tx.job.update({ where: { id: jobId }, data: { done, planned: cells.length } });
    await changeCells(tx, jobId, { set: Prisma.sql`count = 0`, which: Prisma.sql`true`, done: 0 });
  });
}

export async function listCells(jobId: string): Promise<JobCell[]> {
  const { prisma } = await openDatabase();
  const rows = await prisma.jobCell.findMany({ where: { jobId: storable(jobId) }, orderBy: { ordinal: "asc" } });
  return rows.map(toCell);
}

/** What each cell could and could not see, in the order of the plan. */
export async function readCellCoverage(jobId: string): Promise<Coverage[]> {
  const { prisma } = await openDatabase();
  const rows = await prisma.jobCell.findMany({ where: { jobId }, orderBy: { ordinal: "asc" }, select: { coverage: true } });
  return rows.flatMap(({ coverage }) => coverages.parse(coverage));
}

/** The places in which a cell is unfinished, in the order of the plan. */
export async function unfinishedPlaces(jobId: string): Promise<JobPlace[]> {
  const { prisma } = await openDatabase();
  return prisma.$queryRaw<JobPlace[]>`SELECT account, region FROM job_cells WHERE job_id = ${jobId} AND ${isUnfinished} GROUP BY account, region ORDER BY min(ordinal)`;
}

export async function hasUnfinishedCells(jobId: string): Promise<boolean> {
  const { prisma } = await openDatabase();
  const found = await prisma.$queryRaw<unknown[]>`SELECT 1 FROM job_cells WHERE job_id = ${jobId} AND ${isUnfinished} LIMIT 1`;
  return found.length > 0;
}

export async function unfinishedCellsOf(jobId: string, { account, region }: JobPlace): Promise<{ ordinal: number; collector: string }[]> {
  const { prisma } = await openDatabase();
  const where = { jobId, account, region, status: { in: [...unfinishedCells] } };
  return prisma.jobCell.findMany({ where, orderBy: { ordinal: "asc" }, select: { ordinal: true, collector: true } });
}

/** Marks an unfinished cell; false when it has ended meanwhile (it was cancelled). */
export async function markCell(jobId: string, ordinal: number, status: "running" | "throttled"): Promise<boolean> {
  const { prisma } = await openDatabase();
  const set = status === "running" ? Prisma.sql`status = 'running', started_at = now()` : Prisma.sql`status = 'throttled'`;
  return (await changeCells(prisma, jobId, { set, which: Prisma.sql`ordinal = ${ordinal} AND ${isUnfinished}`, done: 0 })) > 0;
}

/** Ends a cell with what it found; what comes for one that has ended is dropped, so that a step may run twice. */
export async function finishCell(jobId: string, ordinal: number, outcome: CellOutcome, found: readonly Found[]): Promise<void> {
  const { prisma } = await openDatabase();
  const { status, count, permission, message, coverage } = storable({ ...outcome, coverage: [...outcome.coverage] });
  const change: CellChange = {
    set: Prisma.sql`status = ${status}, count = ${count}, permission = ${permission}, message = ${message}, coverage = ${JSON.stringify(coverage)}::jsonb, finished_at = now()`,
    which: Prisma.sql`ordinal = ${ordinal} AND ${isUnfinished}`,
    done: 1,
  };
  // Most cells are empty.
  if (found.length === 0) return void (await changeCells(prisma, jobId, change));
  await prisma.$transaction(async (tx) => {
    if ((await changeCells(tx, jobId, change)) > 0) await addFindings(tx, jobId, ordinal, found);
  });
}

/** Ends what is unfinished without having been looked at: all of it, or in one place, or one cell. Returns how many cells. */
export async function endCells(jobId: string, { status, message }: { status: "cancelled" | "failed"; message: string }, { ordinal, ...place }: Partial<JobPlace & { ordinal: number }> = {}): Promise<number> {
  const { prisma } = await openDatabase();
  const told = storable(message);
  const { account, region } = place;
  return changeCells(prisma, jobId, {
    set: Prisma.sql`status = ${status}, message = ${told}, finished_at = now(), ${coverAs({ status, reason: status, permission: null, message: told })}`,
    which: Prisma.join(
      [
        isUnfinished,
        ...(account === undefined ? [] : [Prisma.sql`account = ${account}`]),
        ...(region === undefined ? [] : [Prisma.sql`region IS NOT DISTINCT FROM ${region}`]),
        ...(ordinal === undefined ? [] : [Prisma.sql`ordinal = ${ordinal}`]),
      ],
      " AND ",
    ),
    done: 1,
  });
}

/** Writes beside each cell of a job what is new and gone there, in the caller's transaction. */
export async function countChanges(tx: Transaction, jobId: string, changes: readonly { collector: string; account: string; region: string | null; added: number; gone: number }[]): Promise<void> {
  await tx.$executeRaw`UPDATE job_cells SET added = 0, gone = 0 WHERE job_id = ${jobId} AND status IN ('complete', 'empty')`;
  await tx.$executeRaw`
    UPDATE job_cells cell SET added = total.added, gone = total.gone
    FROM (
      SELECT seer.ordinal, sum(change.added)::int AS added, sum(change.gone)::int AS gone
      FROM job_cells seer JOIN jsonb_to_recordset(${JSON.stringify(storable(changes))}::jsonb) AS change(collector text, account text, region text, added int, gone int)
        ON seer.collector = change.collector AND seer.account = change.account AND (seer.region IS NULL OR seer.region = change.region)
      WHERE seer.job_id = ${jobId} GROUP BY seer.ordinal
    ) total
    WHERE cell.job_id = ${jobId} AND cell.ordinal = total.ordinal`;
}

/** Makes what failed, was denied or cancelled waiting again; its findings stay out. Returns how many cells. */
export async function resetFailedCells(tx: Transaction, jobId: string): Promise<number> {
  const failed = Prisma.sql`status IN (${Prisma.join([...failedCells])})`;
  await tx.$executeRaw`DELETE FROM job_findings WHERE job_id = ${jobId} AND ordinal IN (SELECT ordinal FROM job_cells WHERE job_id = ${jobId} AND ${failed})`;
  const untried = coverAs({ status: "cancelled", reason: "cancelled", permission: null, message: "The discovery was cancelled before this was finished." });
  return changeCells(tx, jobId, {
    set: Prisma.sql`status = 'queued', count = 0, added = NULL, gone = NULL, permission = NULL, message = NULL, started_at = NULL, finished_at = NULL, ${untried}`,
    which: failed,
    done: -1,
  });
}

/** What of a cell's coverage is the same in all its rows. */
function coverAs(patch: Pick<Coverage, "status" | "reason" | "permission" | "message">): Prisma.Sql {
  return Prisma.sql`coverage = (SELECT COALESCE(jsonb_agg(row || ${JSON.stringify({ ...patch, count: 0 })}::jsonb), '[]') FROM jsonb_array_elements(coverage) row)`;
}

function toCell(row: Prisma.JobCellGetPayload<object>): JobCell {
  const { ordinal, account, region, collector, status, count, added, gone, permission, message, startedAt, finishedAt } = row;
  const times = { startedAt: startedAt?.toISOString() ?? null, finishedAt: finishedAt?.toISOString() ?? null };
  return jobCell.parse({ ordinal, account, region, collector, status: cellStatus.parse(status), count, added, gone, permission, message, ...times });
}
