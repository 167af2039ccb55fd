import { newExport, type ExportRequest } from "../core/api/diagrams";
import { exportStages, type ExportStage, type Job, type JobExport } from "../core/job/job";
import { newId } from "../core/ulid";
import { openDatabase } from "./database";
import { addJobEvents } from "./jobs/job-events";
import { toJob, withExport } from "./jobs/jobs";
import { storable } from "./storable";

export interface ExportDraft extends Pick<JobExport, "diagramId" | "title" | "format"> {
  /** It is kept: no secret may be in it. */
  request: ExportRequest;
  createdBy: string;
}

export interface StoredFile {
  content: Uint8Array;
  mediaType: string;
  filename: string;
}

/** A queued job that draws a file. */
export async function queueExport({ createdBy, ...draft }: ExportDraft): Promise<Job> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    const data = { id: newId("job"), kind: "export", createdBy: storable(createdBy), status: "queued", planned: exportStages.length, coverage: [], createdAt: new Date(), export: { create: storable(draft) } };
    const job = toJob(await tx.job.create({ data, include: withExport }));
    await addJobEvents(tx, job.id, [{ type: "job", data: { status: "queued", error: null } }]);
    return job;
  });
}

/** What a job is to draw. Null: it draws nothing, or that is not known any more. */
export async function readExport(id: string): Promise<{ diagramId: string; request: ExportRequest } | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.export.findUnique({ where: { id: storable(id) } });
  return row === null ? null : { diagramId: row.diagramId, request: newExport.parse(row.request) };
}

/** Tells how far a running export is. False when it has ended meanwhile. */
export async function tellStage(id: string, stage: ExportStage): Promise<boolean> {
  const { prisma } = await openDatabase();
  const progress = { done: exportStages.indexOf(stage), planned: exportStages.length };
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.job.updateMany({ where: { id, status: "running" }, data: progress });
    if (count > 0) await addJobEvents(tx, id, [{ type: "stage", data: { stage, ...progress } }]);
    return count > 0;
  });
}

/** Ends a running export with its file. False when it has ended meanwhile: then nothing is kept. */
export async function storeExport(id: string, { content, ...file }: StoredFile, expiresAt: Date): Promise<boolean> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.job.updateMany({ where: { id, status: "running" }, data: { status: "succeeded", done: exportStages.length, planned: exportStages.length, finishedAt: new Date() } });
    if (count === 0) return false;
    await tx.export.update({ where: { id }, data: { ...storable(file), content: new Uint8Array(content), expiresAt } });
    await addJobEvents(tx, id, [{ type: "job", data: { status: "succeeded", error: null } }]);
    return true;
  });
}

/** Whether there is a file to read, at that moment. */
export async function hasExportFile(id: string, at: Date): Promise<boolean> {
  const { prisma } = await openDatabase();
  return (await prisma.export.count({ where: { ...keptAt(at), id: storable(id) } })) > 0;
}

/** Null when there is no file, or not any more. */
export async function readExportFile(id: string, at: Date): Promise<StoredFile | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.export.findFirst({ where: { ...keptAt(at), id: storable(id) }, select: { content: true, mediaType: true, filename: true } });
  if (row === null || row.content === null || row.mediaType === null || row.filename === null) return null;
  return { content: row.content, mediaType: row.mediaType, filename: row.filename };
}

/** Drops files whose time is over; what they were of stays with their jobs. */
export async function dropExpiredFiles(at: Date): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.export.updateMany({ where: { content: { not: null }, expiresAt: { lte: at } }, data: { content: null } });
}

function keptAt(at: Date) {
  return { content: { not: null }, expiresAt: { gt: at } };
}
