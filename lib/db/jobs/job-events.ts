import { jobEvent } from "../../core/job/job";
import type { JobEvent, JobEventDraft } from "../../core/job/job";
import { openDatabase } from "../database";
import type { Transaction } from "../database";
import { storable } from "../storable";

/** Adds to what happened to a job, in the caller's transaction. */
export async function addJobEvents(tx: Transaction, jobId: string, drafts: readonly JobEventDraft[]): Promise<void> {
  // A job's events become visible in the order of their ids: a reader who has seen one has seen all before it. NO KEY: two
  // transactions whose findings refer to the job would each wait for the other's reference to go.
  await tx.$queryRaw`SELECT id FROM jobs WHERE id = ${jobId} FOR NO KEY UPDATE`;
  const at = new Date();
  await tx.jobEvent.createMany({ data: drafts.map(({ type, data }) => ({ jobId, at, type, data: storable(data) })) });
}

/** What happened after the event `after` (0 = from the beginning), in order. */
export async function readJobEvents(jobId: string, after: number, limit = 500): Promise<JobEvent[]> {
  const { prisma } = await openDatabase();
  const rows = await prisma.jobEvent.findMany({ where: { jobId: storable(jobId), id: { gt: after } }, orderBy: { id: "asc" }, take: limit });
  return rows.map(({ id, at, type, data }) => jobEvent.parse({ id: Number(id), at: at.toISOString(), type, data }));
}

/** The id of the last thing that happened to a job; 0 = nothing yet. */
export async function lastJobEvent(jobId: string): Promise<number> {
  const { prisma } = await openDatabase();
  const { _max } = await prisma.jobEvent.aggregate({ where: { jobId: storable(jobId) }, _max: { id: true } });
  return Number(_max.id ?? 0);
}

/** Drops events and cells of jobs that ended before then. */
export async function dropOldDetails(before: Date): Promise<void> {
  const { prisma } = await openDatabase();
  const where = { job: { finishedAt: { lt: before } } };
  await prisma.jobEvent.deleteMany({ where });
  await prisma.jobCell.deleteMany({ where });
}
