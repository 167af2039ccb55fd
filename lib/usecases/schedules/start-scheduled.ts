import type { Schedule } from "../../core/job/schedule";
import { nextRun } from "../../jobs/next-run";
import { startDiscovery } from "../jobs/start-discovery";

/** Starts the discoveries whose time has come. What a stopped server missed is made up for once. Answers how many. */
export async function startScheduled(now: Date): Promise<{ started: number }> {
  const { noteScheduledJob, takeDueSchedules } = await import("../../db/schedules");
  const due = await takeDueSchedules(now, (schedule) => nextOf(schedule, now));
  for (const { id, connectionId } of due) {
    const job = await startDiscovery(connectionId, { id: `schedule:${id}` });
    await noteScheduledJob(id, job.id);
  }
  return { started: due.length };
}

/** Null for one that cannot be read any more, so that it does not hold up the others. */
function nextOf(schedule: Schedule, now: Date): Date | null {
  try {
    return nextRun(schedule, now);
  } catch {
    return null;
  }
}
