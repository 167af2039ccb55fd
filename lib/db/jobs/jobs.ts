import { z } from "zod";
import type { RunningJob } from "../../core/job/app-event";
import { coverage } from "../../core/resource/coverage";
import { CloudVizError } from "../../core/error";
import { hasEnded, jobKind, jobResult, jobStatus } from "../../core/job/job";
import type { Job, JobKind, JobStatus, ListedJob } from "../../core/job/job";
import { newId } from "../../core/ulid";
import { discoveryMessage } from "../../core/webhook/webhook-messages";
import { newestFirst, oldestFirst, olderThan } from "../by-age";
import { openDatabase } from "../database";
import type { Transaction } from "../database";
import { Prisma } from "../generated/client";
import { resetFailedCells } from "./job-cells";
import { addJobEvents } from "./job-events";
import { storable } from "../storable";
import { queueDeliveries } from "../webhooks/webhook-deliveries";

export interface JobDraft {
  kind: JobKind;
  connectionId: string | null;
  createdBy: string;
}

/** Times are RFC 3339; what is left out stays. */
export type JobPatch = Partial<Pick<Job, "status" | "progress" | "result" | "coverage" | "error" | "connectionId" | "startedAt" | "finishedAt">>;

export interface JobQuery {
  status?: JobStatus | readonly JobStatus[];
  connectionId?: string;
  /** The last job of the page before: only older ones are listed. */
  before?: string;
  limit?: number;
}

const coverages = z.array(coverage);
/** What a job's row has to come with. */
export const withExport = { export: { select: { diagramId: true, title: true, format: true, filename: true, expiresAt: true } } } satisfies Prisma.JobInclude;
type ListedRow = Prisma.JobGetPayload<{ include: typeof withExport; omit: { coverage: true } }>;
type Row = Prisma.JobGetPayload<{ include: typeof withExport }>;

/** A queued job. */
export async function createJob(draft: JobDraft): Promise<Job> {
  const { prisma } = await openDatabase();
  const data = { id: newId("job"), ...storable(draft), status: "queued", coverage: [], createdAt: new Date() };
  return toJob(await prisma.job.create({ data, include: withExport }));
}

/**
 * A queued discovery of a connection; the one that is queued or running already, when there is one.
 * @throws CloudVizError "not-found" when there is no such connection.
 */
export async function queueDiscovery(connectionId: string, createdBy: string): Promise<{ job: Job; isNew: boolean }> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    // Two who ask at once follow one another.
    const locked = await tx.$queryRaw<unknown[]>`SELECT id FROM connections WHERE id = ${storable(connectionId)} FOR UPDATE`;
    if (locked.length === 0) throw new CloudVizError("not-found", "There is no such connection.");
    const present = await tx.job.findFirst({ where: { connectionId, kind: "discovery", status: unfinished }, include: withExport });
    if (present !== null) return { job: toJob(present), isNew: false };
    const data = { id: newId("job"), kind: "discovery", connectionId, createdBy: storable(createdBy), status: "queued", coverage: [], createdAt: new Date() };
    const job = toJob(await tx.job.create({ data, include: withExport }));
    await addJobEvents(tx, job.id, [{ type: "job", data: { status: "queued", error: null } }]);
    return { job, isNew: true };
  });
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
  const row = await prisma.job.findUnique({ where: { id: storable(id) }, include: withExport });
  return row === null ? null : toJob(row);
}

/** Newest first; 50 when no limit is given. */
export async function listJobs({ status, connectionId, before, limit = 50 }: JobQuery = {}): Promise<ListedJob[]> {
  const { prisma } = await openDatabase();
  const last = before === undefined ? null : await prisma.job.findUnique({ where: { id: storable(before) } });
  const rows = await prisma.job.findMany({
    where: { status: typeof status === "object" ? { in: [...status] } : status, ...storable({ connectionId }), ...(last && olderThan(last)) },
    orderBy: newestFirst,
    take: limit,
    omit: { coverage: true },
    include: withExport,
  });
  return rows.map(toListedJob);
}

/** What has not ended, oldest first. */
export async function listRunning(limit: number): Promise<RunningJob[]> {
  const { prisma } = await openDatabase();
  const rows = await prisma.job.findMany({ where: { status: unfinished }, orderBy: oldestFirst, take: limit });
  const ids = rows.flatMap(({ connectionId }) => connectionId ?? []);
  const connections = ids.length === 0 ? [] : await prisma.connection.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(connections.map(({ id, name }) => [id, name]));
  return rows.map(({ id, kind, connectionId, status, done, planned }) => ({ id, kind: jobKind.parse(kind), connectionId, status: jobStatus.parse(status), progress: { done, planned }, connectionName: names.get(connectionId ?? "") ?? null }));
}

/** Marks a job as running; one that runs or has ended stays as it is. */
export async function startJob(id: string): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.job.updateMany({ where: { id, status: "queued" }, data: { status: "running", startedAt: new Date() } });
    if (count > 0) await addJobEvents(tx, id, [{ type: "job", data: { status: "running", error: null } }]);
  });
}

/** Ends a job without a result; one that has ended stays as it is. */
export async function breakOffJob(id: string, end: { status: "failed"; error: string } | { status: "cancelled"; error: null }): Promise<void> {
  const { prisma } = await openDatabase();
  const data = storable(end);
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.job.updateMany({ where: { id, status: unfinished }, data: { ...data, finishedAt: new Date() } });
    if (count === 0) return;
    await addJobEvents(tx, id, [{ type: "job", data }]);
    await queueDeliveries(tx, discoveryMessage(toJob(await tx.job.findUniqueOrThrow({ where: { id }, include: withExport }))));
  });
}

/** Ends a job with its result, in the caller's transaction. */
export async function endJob(tx: Transaction, id: string, end: Pick<Job, "status" | "result" | "coverage" | "error">): Promise<void> {
  const { result, ...same } = storable(end);
  const row = await tx.job.update({ where: { id }, data: { ...same, result: result ?? Prisma.DbNull, finishedAt: new Date() }, include: withExport });
  await addJobEvents(tx, id, [{ type: "job", data: { status: end.status, error: same.error } }]);
  await queueDeliveries(tx, discoveryMessage(toJob(row)));
}

/** Queues an ended job once more, for its cells that failed. @throws CloudVizError "conflict" when there is nothing to try again. */
export async function retryJob(id: string): Promise<Job> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ status: string }[]>`SELECT status FROM jobs WHERE id = ${id} FOR UPDATE`;
    if (row === undefined) throw new CloudVizError("not-found", "There is no such job.");
    const status = jobStatus.parse(row.status);
    if (!hasEnded({ status })) throw new CloudVizError("conflict", "The job is still going on. Cancel it, or wait for its end.");
    const count = await resetFailedCells(tx, id);
    // One that failed as a whole could not be planned, or not be published.
    if (count === 0 && status !== "failed") throw new CloudVizError("conflict", "Nothing in this job failed: start a new discovery to look at everything again.");
    const data = { status: "queued", attempt: { increment: 1 }, error: null, finishedAt: null, result: Prisma.DbNull };
    await addJobEvents(tx, id, [{ type: "job", data: { status: "queued", error: null } }]);
    return toJob(await tx.job.update({ where: { id }, data, include: withExport }));
  });
}

const unfinished = { in: ["queued", "running"] };

export interface SilentDiscovery {
  id: string;
  attempt: number;
  createdAt: Date;
  /** Each of its cells has ended, and it is to be published. */
  isCollected: boolean;
}

/** Unfinished discoveries in which nothing has happened since `before`. */
export async function listSilentDiscoveries(before: Date): Promise<SilentDiscovery[]> {
  const { prisma } = await openDatabase();
  return prisma.$queryRaw<SilentDiscovery[]>`
    SELECT id, attempt, created_at AS "createdAt", planned IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_cells WHERE job_id = jobs.id AND status IN ('queued', 'running', 'throttled')) AS "isCollected"
    FROM jobs WHERE kind = 'discovery' AND status IN ('queued', 'running')
      AND COALESCE((SELECT max(at) FROM job_events WHERE job_id = jobs.id), created_at) < ${before}`;
}

/** Begins another attempt of a discovery that has got lost, for its unfinished cells. False when it has gone on or ended meanwhile. */
export async function takeUpAgain({ id, attempt }: Pick<Job, "id" | "attempt">, message: string): Promise<boolean> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.job.updateMany({ where: { id, attempt, status: unfinished }, data: { attempt: { increment: 1 } } });
    if (count > 0) await addJobEvents(tx, id, [{ type: "log", data: { level: "warn", message } }]);
    return count > 0;
  });
}

/** Fails jobs of other kinds than discoveries that nobody can be at work on any more. Returns how many. */
export async function failAbandonedJobs(before: Date, reason: string): Promise<number> {
  const { prisma } = await openDatabase();
  const { count } = await prisma.job.updateMany({
    where: { kind: { not: "discovery" }, status: unfinished, createdAt: { lt: before } },
    data: { status: "failed", error: storable(reason), finishedAt: new Date() },
  });
  return count;
}

function dateOf(text: string | null | undefined): Date | null | undefined {
  return typeof text === "string" ? new Date(text) : text;
}

export function toJob(row: Row): Job {
  return { ...toListedJob(row), coverage: coverages.parse(row.coverage) };
}

function toListedJob(row: ListedRow): ListedJob {
  return {
    id: row.id,
    kind: jobKind.parse(row.kind),
    connectionId: row.connectionId,
    status: jobStatus.parse(row.status),
    progress: { done: row.done, planned: row.planned },
    result: row.result === null ? null : jobResult.parse(row.result),
    export: row.export === null ? null : { ...row.export, expiresAt: row.export.expiresAt?.toISOString() ?? null },
    error: row.error,
    attempt: row.attempt,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
