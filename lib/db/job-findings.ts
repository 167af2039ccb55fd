import type { Collected, CollectedRelation, CollectedResource } from "../core/collected";
import { openDatabase } from "./database";
import type { Transaction } from "./database";
import type { Prisma } from "./generated/client";
import { storable } from "./storable";

/** A row for each resource would cost ten times as much. */
const itemsInPart = 500;

/** What a cell found replaces what it found before, in the caller's transaction. */
export async function replaceFindings(tx: Transaction, jobId: string, ordinal: number, items: readonly (CollectedResource | CollectedRelation)[]): Promise<void> {
  await tx.jobFinding.deleteMany({ where: { jobId, ordinal } });
  const parts = Array.from({ length: Math.ceil(items.length / itemsInPart) }, (_, part) => items.slice(part * itemsInPart, (part + 1) * itemsInPart));
  // Collected items hold nothing but JSON.
  const data = parts.map((part, index) => ({ jobId, ordinal, part: index, items: storable(part) as unknown as Prisma.InputJsonValue }));
  for (const row of data) await tx.jobFinding.create({ data: row });
}

/** Everything a job's cells have found, in the order of the plan. */
export async function* readFindings(jobId: string): AsyncGenerator<Collected> {
  const { prisma } = await openDatabase();
  const places = await prisma.jobFinding.findMany({ where: { jobId }, orderBy: [{ ordinal: "asc" }, { part: "asc" }], select: { ordinal: true, part: true } });
  for (const { ordinal, part } of places) {
    const row = await prisma.jobFinding.findUnique({ where: { jobId_ordinal_part: { jobId, ordinal, part } } });
    // Written by `replaceFindings` alone.
    if (row !== null) yield* row.items as unknown as Collected[];
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
