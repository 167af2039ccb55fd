import type { JobCells } from "@/lib/core/api/jobs";
import type { Job, JobEvent } from "@/lib/core/job/job";

/** The cells as they are after the events; those that are in them already change nothing. The same object when nothing is new. */
export function applyToCells(cells: JobCells, events: readonly JobEvent[]): JobCells {
  const fresh = newTo(cells.lastEventId, events);
  const last = fresh.at(-1);
  if (last === undefined) return cells;
  const told = fresh.flatMap((event) => (event.type === "cell" ? [event.data] : []));
  if (told.length === 0) return { ...cells, lastEventId: last.id };
  // A cell's number is its place: a plan is told from its beginning.
  const data = [...cells.data];
  for (const cell of told) data[cell.ordinal] = cell;
  return { data, lastEventId: last.id };
}

/** The job as the last of the events that came after `lastEventId` leaves it; what it found is asked for when it has ended. */
export function applyToJob(job: Job, lastEventId: number, events: readonly JobEvent[]): Job {
  return newTo(lastEventId, events).reduce((present, event) => {
    if (event.type === "stage") return { ...present, progress: { done: event.data.done, planned: event.data.planned } };
    if (event.type !== "job") return present;
    const { status, error } = event.data;
    if (status === "running") return { ...present, status, error, startedAt: event.at };
    return status === "queued" ? { ...present, status, error, startedAt: null, finishedAt: null, result: null } : { ...present, status, error, finishedAt: event.at };
  }, job);
}

function newTo(lastEventId: number, events: readonly JobEvent[]): JobEvent[] {
  return events.filter(({ id }) => id > lastEventId);
}
