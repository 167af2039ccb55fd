import { setImmediate as nextTurn } from "node:timers/promises";
import type { ImportAnswer } from "../../core/api/imports";
import type { Connection } from "../../core/connection";
import { CloudVizError } from "../../core/error";
import type { Job, JobResult } from "../../core/job/job";
import type { Principal } from "../../core/principal";
import type { LinkedInventory } from "../../graph/link";
import { tellWebhooks } from "../webhooks/tell-webhooks";
import { linkFiles } from "./link-files";

/**
 * Imports a file: a second one of the same identity (a state's lineage) replaces the first. Everything is read and linked
 * before anything is stored, so that a file that cannot be read leaves nothing behind.
 */
export async function importFile(upload: { filename: string; bytes: Uint8Array }, principal: Principal): Promise<ImportAnswer> {
  const { inventory, files } = await linkFiles([{ name: upload.filename, bytes: upload.bytes }], { now: new Date().toISOString() });
  const [imported] = files;
  if (imported === undefined) throw new Error("What one file was read for is there.");
  await nextTurn();
  const source = { kind: "file", source: imported.importer, identity: imported.identity } as const;
  const { connection, isNew } = await findOrCreate(source, imported.title, principal);
  try {
    const before = connection.resourceCount;
    const job = await publish(connection, imported.rank, inventory, principal);
    await tellWebhooks();
    const { getConnection } = await import("../../db/connections");
    const replaced = imported.identity === imported.title ? replacedNotice(before, job.result?.gone ?? 0) : [];
    return { job, connection: (await getConnection(connection.id)) ?? connection, notices: [...inventory.notices, ...replaced] };
  } catch (error) {
    if (isNew) await (await import("../../db/connections")).removeConnection(connection.id);
    throw error;
  }
}

/** Where a file is known by nothing but its name, another estate's file may have the same. */
function replacedNotice(before: number, gone: number): string[] {
  if (gone * 2 <= before) return [];
  return [`${gone} of ${before} resources that an earlier file of this name told of are gone. If this file is of another estate, rename it and import both.`];
}

async function findOrCreate(source: { kind: "file"; source: string; identity: string }, title: string, principal: Principal): Promise<{ connection: Connection; isNew: boolean }> {
  const { createConnection, findConnectionBySource } = await import("../../db/connections");
  const known = await findConnectionBySource(source);
  if (known !== null) return { connection: known, isNew: false };
  try {
    return { connection: await createConnection({ ...source, name: title.slice(0, 200), createdBy: principal.id }), isNew: true };
  } catch (error) {
    // Two imports of one state at the same time: the other one was faster.
    const other = error instanceof CloudVizError && error.code === "conflict" ? await findConnectionBySource(source) : null;
    if (other === null) throw error;
    return { connection: other, isNew: false };
  }
}

async function publish(connection: Connection, rank: "state" | "plan", inventory: LinkedInventory, principal: Principal): Promise<Job> {
  const [{ publishInventory }, { createJob, updateJob }] = await Promise.all([import("../../db/inventory/inventory"), import("../../db/jobs/jobs")]);
  const startedAt = new Date().toISOString();
  const job = await createJob({ kind: "import", connectionId: connection.id, createdBy: principal.id });
  const planned = inventory.resources.length;
  await updateJob(job.id, { status: "running", startedAt, progress: { done: 0, planned } });
  try {
    const { aliases, collectors, notices, coverage } = inventory;
    const published = await publishInventory({ connectionId: connection.id, jobId: job.id, rank, inventory, aliases, collectors, complete: "all", at: startedAt });
    const result: JobResult = { ...published, notices };
    return await updateJob(job.id, { status: "succeeded", result, coverage, progress: { done: planned, planned }, finishedAt: new Date().toISOString() });
  } catch (error) {
    await updateJob(job.id, { status: "failed", error: "The import could not be stored.", finishedAt: new Date().toISOString() });
    throw error;
  }
}
