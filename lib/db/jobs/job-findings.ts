import type { Collected, Found } from "../../core/resource/collected";
import { openDatabase } from "../database";
import type { Transaction } from "../database";
import type { Prisma } from "../generated/client";
import { storableJson } from "../storable";

/** A row for each resource would cost ten times as much. */
const itemsInPart = 500;

/** Keeps what a cell found, in the caller's transaction. */
export async function addFindings(tx: Transaction, jobId: string, ordinal: number, items: readonly Found[]): Promise<void> {
  for (let part = 0; part * itemsInPart < items.length; part++) {
    const text = storableJson(JSON.stringify(items.slice(part * itemsInPart, (part + 1) * itemsInPart)));
    await tx.$executeRaw`INSERT INTO job_findings (job_id, ordinal, part, items) VALUES (${jobId}, ${ordinal}, ${part}, ${text}::jsonb)`;
  }
}

export async function dropFindings(tx: Transaction, jobId: string): Promise<void> {
  await tx.jobFinding.deleteMany({ where: { jobId } });
}

/** Of 500 items each, some MB at once. */
const partsAtOnce = 20;

/** Everything a job's cells have found, in the order of the plan. */
export async function* readFindings(jobId: string): AsyncGenerator<Collected> {
  const { prisma } = await openDatabase();
  const order = { orderBy: [{ ordinal: "asc" }, { part: "asc" }], take: partsAtOnce } satisfies Prisma.JobFindingFindManyArgs;
  let rows = await prisma.jobFinding.findMany({ where: { jobId }, ...order });
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    // Written by `addFindings` alone.
    for (const { items } of rows) yield* items as unknown as Collected[];
    const { ordinal, part } = last;
    rows = rows.length < partsAtOnce ? [] : await prisma.jobFinding.findMany({ where: { jobId, OR: [{ ordinal: { gt: ordinal } }, { ordinal, part: { gt: part } }] }, ...order });
  }
}

/** Drops the findings of jobs that were seen whole, and of those that cannot be tried again: a later discovery has looked since. */
export async function dropOldFindings(): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.$executeRaw`
    DELETE FROM job_findings USING jobs WHERE jobs.id = job_id AND status NOT IN ('queued', 'running') AND (
      status = 'succeeded' OR EXISTS (SELECT 1 FROM jobs later WHERE later.connection_id = jobs.connection_id AND later.created_at > jobs.created_at)
      OR NOT EXISTS (SELECT 1 FROM connections WHERE connections.id = jobs.connection_id))`;
}
