import type { CollectedRelation, CollectedResource } from "../core/collected";
import { coverage as coverageRow } from "../core/coverage";
import type { Coverage } from "../core/coverage";
import { cellStatus, failedCells, jobCell, unfinishedCells } from "../core/job";
import type { CellStatus, JobCell } from "../core/job";
import { z } from "zod";
import { openDatabase } from "./database";
import type { Transaction } from "./database";
import type { Prisma } from "./generated/client";
import { addJobEvents } from "./job-events";
import { replaceFindings } from "./job-findings";
import { storable } from "./storable";

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

/** Stores the plan of a job; one that it has already is replaced. */
export async function planCells(jobId: string, cells: readonly PlannedCell[]): Promise<void> {
  const { prisma } = await openDatabase();
  const done = cells.filter(({ status }) => status === "skipped").length;
  const data = cells.map((cell, ordinal) => ({ ...storable({ ...cell, coverage: [...cell.coverage] }), jobId, ordinal }));
  await prisma.$transaction(async (tx) => {
    await tx.jobCell.deleteMany({ where: { jobId } });
    await tx.jobCell.createMany({ data });
    await tx.job.update({ where: { id: jobId }, data: { done, planned: cells.length } });
    await tellCells(tx, jobId, {});
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
  return prisma.jobCell.findMany({ where: { jobId, ...unfinished }, distinct: ["account", "region"], orderBy: { ordinal: "asc" }, select: { account: true, region: true } });
}

export async function unfinishedCellsOf(jobId: string, place: JobPlace): Promise<{ ordinal: number; collector: string }[]> {
  const { prisma } = await openDatabase();
  return prisma.jobCell.findMany({ where: { jobId, ...place, ...unfinished }, orderBy: { ordinal: "asc" }, select: { ordinal: true, collector: true } });
}

/** Marks an unfinished cell; false when it has ended meanwhile (it was cancelled). */
export async function markCell(jobId: string, ordinal: number, status: "running" | "throttled"): Promise<boolean> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.jobCell.updateMany({ where: { jobId, ordinal, ...unfinished }, data: { status, ...(status === "running" ? { startedAt: new Date() } : {}) } });
    if (count > 0) await tellCells(tx, jobId, { ordinal });
    return count > 0;
  });
}

/** Ends a cell with what it found; what comes for one that has ended is dropped, so that a step may run twice. */
export async function finishCell(jobId: string, ordinal: number, outcome: CellOutcome, found: readonly (CollectedResource | CollectedRelation)[]): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.$transaction(async (tx) => {
    const data = { ...storable({ ...outcome, coverage: [...outcome.coverage] }), finishedAt: new Date() };
    const { count } = await tx.jobCell.updateMany({ where: { jobId, ordinal, ...unfinished }, data });
    if (count === 0) return;
    await replaceFindings(tx, jobId, ordinal, found);
    await tx.job.update({ where: { id: jobId }, data: { done: { increment: 1 } } });
    await tellCells(tx, jobId, { ordinal });
  });
}

/** Ends what is unfinished without having been looked at: all of it, or in one place, or one cell. Returns how many cells. */
export async function endCells(jobId: string, end: { status: "cancelled" | "failed"; message: string }, which: Partial<JobPlace & { ordinal: number }> = {}): Promise<number> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    const where = { jobId, ...which, ...unfinished };
    const rows = await tx.jobCell.findMany({ where, select: { ordinal: true } });
    if (rows.length === 0) return 0;
    await tx.jobCell.updateMany({ where, data: { ...storable(end), finishedAt: new Date() } });
    const ordinals = rows.map(({ ordinal }) => ordinal);
    await coverAs(tx, jobId, ordinals, { status: end.status, reason: end.status, permission: null, message: storable(end.message) });
    await tx.job.update({ where: { id: jobId }, data: { done: { increment: rows.length } } });
    await tellCells(tx, jobId, { ordinal: { in: ordinals } });
    return rows.length;
  });
}

/** Writes beside each cell of a job what is new and gone there, in the caller's transaction. */
export async function countChanges(tx: Transaction, jobId: string, changes: readonly { collector: string; account: string; region: string | null; added: number; gone: number }[]): Promise<void> {
  await tx.jobCell.updateMany({ where: { jobId, status: { in: ["complete", "empty"] } }, data: { added: 0, gone: 0 } });
  for (const { added, gone, ...cell } of storable(changes)) await tx.jobCell.updateMany({ where: { jobId, ...cell }, data: { added, gone } });
}

/** Makes what failed, was denied or cancelled waiting again; its findings stay out. Returns how many cells. */
export async function resetFailedCells(tx: Transaction, jobId: string): Promise<number> {
  const rows = await tx.jobCell.findMany({ where: { jobId, status: { in: [...failedCells] } }, select: { ordinal: true } });
  const ordinals = rows.map(({ ordinal }) => ordinal);
  const data = { status: "queued", count: 0, added: null, gone: null, permission: null, message: null, startedAt: null, finishedAt: null };
  await tx.jobCell.updateMany({ where: { jobId, ordinal: { in: ordinals } }, data });
  await coverAs(tx, jobId, ordinals, { status: "cancelled", reason: "cancelled", permission: null, message: "The discovery was cancelled before this was finished." });
  await tx.jobFinding.deleteMany({ where: { jobId, ordinal: { in: ordinals } } });
  await tellCells(tx, jobId, { ordinal: { in: ordinals } });
  return ordinals.length;
}

const unfinished = { status: { in: [...unfinishedCells] } };

async function coverAs(tx: Transaction, jobId: string, ordinals: readonly number[], patch: Pick<Coverage, "status" | "reason" | "permission" | "message">): Promise<void> {
  const text = JSON.stringify({ ...patch, count: 0 });
  await tx.$executeRaw`
    UPDATE job_cells SET coverage = (SELECT COALESCE(jsonb_agg(row || ${text}::jsonb), '[]') FROM jsonb_array_elements(coverage) row)
    WHERE job_id = ${jobId} AND ordinal = ANY(${[...ordinals]}::int[])`;
}

async function tellCells(tx: Transaction, jobId: string, which: Pick<Prisma.JobCellWhereInput, "ordinal">): Promise<void> {
  const rows = await tx.jobCell.findMany({ where: { jobId, ...which }, orderBy: { ordinal: "asc" } });
  await addJobEvents(tx, jobId, rows.map((row) => ({ type: "cell", data: toCell(row) })));
}

function toCell(row: Prisma.JobCellGetPayload<object>): JobCell {
  const { ordinal, account, region, collector, status, count, added, gone, permission, message, startedAt, finishedAt } = row;
  const times = { startedAt: startedAt?.toISOString() ?? null, finishedAt: finishedAt?.toISOString() ?? null };
  return jobCell.parse({ ordinal, account, region, collector, status: cellStatus.parse(status), count, added, gone, permission, message, ...times });
}
