import { z } from "zod";
import { coverage } from "../core/coverage";
import { CloudVizError } from "../core/error";
import { jobKind, jobResult, jobStatus } from "../core/job";
import type { Job, JobKind, JobStatus } from "../core/job";
import { newId } from "../core/ulid";
import { openDatabase } from "./database";
import { Prisma } from "./generated/client";
import { storable } from "./storable";

export interface JobDraft {
  kind: JobKind;
  connectionId: string | null;
  createdBy: string;
}

/** Times are RFC 3339; what is left out stays. */
export type JobPatch = Partial<Pick<Job, "status" | "progress" | "result" | "coverage" | "error" | "connectionId" | "startedAt" | "finishedAt">>;

export interface JobQuery {
  status?: JobStatus;
  connectionId?: string;
  /** The last job of the page before: only older ones are listed. */
  before?: string;
  limit?: number;
}

const coverages = z.array(coverage);

/** A queued job. */
export async function createJob(draft: JobDraft): Promise<Job> {
  const { prisma } = await openDatabase();
  const data = { id: newId("job"), ...storable(draft), status: "queued", coverage: [], createdAt: new Date() };
  return toJob(await prisma.job.create({ data }));
}

/** @throws CloudVizError "not-found". */
export async function updateJob(id: string, patch: JobPatch): Promise<Job> {
  const { prisma } = await openDatabase();
  const { progress, result, startedAt, finishedAt, ...same } = storable(patch);
  const data: Prisma.JobUpdateManyMutationInput & { connectionId?: string | null } = {
    ...same,
    done: progress?.done,
    planned: progress?.planned,
    result: result === null ? Prisma.DbNull : result,
    startedAt: dateOf(startedAt),
    finishedAt: dateOf(finishedAt),
  };
  const { count } = await prisma.job.updateMany({ where: { id: storable(id) }, data });
  const job = count === 0 ? null : await getJob(id);
  if (job === null) throw new CloudVizError("not-found", "There is no such job.");
  return job;
}

export async function getJob(id: string): Promise<Job | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.job.findUnique({ where: { id: storable(id) } });
  return row === null ? null : toJob(row);
}

/** Newest first; 50 when no limit is given. */
export async function listJobs({ status, connectionId, before, limit = 50 }: JobQuery = {}): Promise<Job[]> {
  const { prisma } = await openDatabase();
  const last = before === undefined ? null : await prisma.job.findUnique({ where: { id: storable(before) } });
  const older = last && { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] };
  const rows = await prisma.job.findMany({
    where: { ...storable({ status, connectionId }), ...older },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(toJob);
}

/** Marks what was queued or running as failed: called at start, when nothing can be running. Returns how many. */
export async function failUnfinishedJobs(reason: string): Promise<number> {
  const { prisma } = await openDatabase();
  const { count } = await prisma.job.updateMany({
    where: { status: { in: ["queued", "running"] } },
    data: { status: "failed", error: storable(reason), finishedAt: new Date() },
  });
  return count;
}

function dateOf(text: string | null | undefined): Date | null | undefined {
  return typeof text === "string" ? new Date(text) : text;
}

function toJob(row: Prisma.JobGetPayload<object>): Job {
  return {
    id: row.id,
    kind: jobKind.parse(row.kind),
    connectionId: row.connectionId,
    status: jobStatus.parse(row.status),
    progress: { done: row.done, planned: row.planned },
    result: row.result === null ? null : jobResult.parse(row.result),
    coverage: coverages.parse(row.coverage),
    error: row.error,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
