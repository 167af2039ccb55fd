import { CloudVizError } from "../core/error";
import type { Schedule } from "../core/job/schedule";
import { newId } from "../core/ulid";
import { openDatabase } from "./database";
import { Prisma } from "./generated/client";
import { storable } from "./storable";

export interface ScheduleDraft {
  connectionId: string;
  cron: string;
  timezone: string;
  enabled: boolean;
  nextRunAt: Date;
  createdBy: string;
}

export type SchedulePatch = Partial<Pick<ScheduleDraft, "cron" | "timezone" | "enabled" | "nextRunAt">>;

/** @throws CloudVizError "conflict" when the connection has one, "not-found" when there is no such connection. */
export async function createSchedule(draft: ScheduleDraft): Promise<Schedule> {
  const { prisma } = await openDatabase();
  const now = new Date();
  try {
    return toSchedule(await prisma.schedule.create({ data: { id: newId("sch"), ...storable({ ...draft, nextRunAt: undefined }), nextRunAt: draft.nextRunAt, createdAt: now, updatedAt: now } }));
  } catch (cause) {
    if (!(cause instanceof Prisma.PrismaClientKnownRequestError)) throw cause;
    if (cause.code === "P2002") throw new CloudVizError("conflict", "This connection has a schedule already. Change that one.", { cause });
    if (cause.code === "P2003") throw new CloudVizError("not-found", "There is no such connection.", { cause });
    throw cause;
  }
}

/** Oldest first. */
export async function listSchedules({ after, limit }: { after?: string; limit: number }): Promise<Schedule[]> {
  const { prisma } = await openDatabase();
  // Ids grow with the time at which they were made.
  const where = after === undefined ? {} : { id: { gt: storable(after) } };
  return (await prisma.schedule.findMany({ where, orderBy: { id: "asc" }, take: limit })).map(toSchedule);
}

export async function getSchedule(id: string): Promise<Schedule | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.schedule.findUnique({ where: { id: storable(id) } });
  return row === null ? null : toSchedule(row);
}

/** @throws CloudVizError "not-found". */
export async function updateSchedule(id: string, patch: SchedulePatch): Promise<Schedule> {
  const { prisma } = await openDatabase();
  const { count } = await prisma.schedule.updateMany({ where: { id: storable(id) }, data: { ...patch, updatedAt: new Date() } });
  const changed = count === 0 ? null : await getSchedule(id);
  if (changed === null) throw new CloudVizError("not-found", "There is no such schedule.");
  return changed;
}

/** False when there is no such schedule. */
export async function deleteSchedule(id: string): Promise<boolean> {
  const { prisma } = await openDatabase();
  return (await prisma.schedule.deleteMany({ where: { id: storable(id) } })).count > 0;
}

/**
 * Takes the schedules whose time has come, once over all processes, and sets each to its next time, which `nextOf` says: null
 * switches it off.
 */
export async function takeDueSchedules(now: Date, nextOf: (schedule: Schedule) => Date | null): Promise<Schedule[]> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM schedules WHERE enabled AND next_run_at <= ${now} ORDER BY next_run_at FOR UPDATE SKIP LOCKED`;
    const schedules = (await tx.schedule.findMany({ where: { id: { in: due.map(({ id }) => id) } } })).map(toSchedule);
    for (const schedule of schedules) {
      const next = nextOf(schedule);
      await tx.schedule.update({ where: { id: schedule.id }, data: { lastRunAt: now, ...(next === null ? { enabled: false } : { nextRunAt: next }) } });
    }
    return schedules;
  });
}

export async function noteScheduledJob(id: string, jobId: string): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.schedule.updateMany({ where: { id }, data: { lastJobId: jobId } });
}

function toSchedule(row: Prisma.ScheduleGetPayload<object>): Schedule {
  return {
    id: row.id,
    connectionId: row.connectionId,
    cron: row.cron,
    timezone: row.timezone,
    enabled: row.enabled,
    nextRunAt: row.enabled ? row.nextRunAt.toISOString() : null,
    lastRunAt: row.lastRunAt?.toISOString() ?? null,
    lastJobId: row.lastJobId,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
