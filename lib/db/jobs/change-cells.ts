import { unfinishedCells } from "../../core/job/job";
import type { Transaction } from "../database";
import { Prisma } from "../generated/client";

const moment = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** A row of job_cells as `jobCell` has it. */
const cellJson = Prisma.sql`jsonb_build_object(
  'ordinal', ordinal, 'account', account, 'region', region, 'collector', collector, 'status', changed.status, 'count', count, 'added', added, 'gone', gone,
  'permission', permission, 'message', message, 'startedAt', ${moment("changed.started_at")}, 'finishedAt', ${moment("changed.finished_at")})`;

export const isUnfinished = Prisma.sql`status IN (${Prisma.join([...unfinishedCells])})`;

export interface CellChange {
  set: Prisma.Sql;
  which: Prisma.Sql;
  /** How each of them counts for what is done. */
  done: -1 | 0 | 1;
}

/**
 * Changes cells of a job, counts them and tells of them, in one statement: a discovery of 14,000 cells does this twice for each.
 * Events become visible in the order of their ids, since the job's row is locked before they get one: a reader who has seen one
 * has seen all before it. Returns how many cells.
 */
export async function changeCells(client: Pick<Transaction, "$executeRaw">, jobId: string, { set, which, done }: CellChange): Promise<number> {
  return client.$executeRaw`
    WITH changed AS (UPDATE job_cells SET ${set} WHERE job_id = ${jobId} AND ${which} RETURNING *),
    counted AS (UPDATE jobs SET done = done + ${done}::int * (SELECT count(*) FROM changed)::int WHERE id = ${jobId} AND EXISTS (SELECT 1 FROM changed) RETURNING id)
    INSERT INTO job_events (job_id, at, type, data) SELECT counted.id, now(), 'cell', ${cellJson} FROM counted, changed ORDER BY ordinal`;
}
