import type { SchedulePatch } from "../../core/api/schedules";
import type { Schedule } from "../../core/job/schedule";
import { nextRun } from "../../jobs/next-run";
import { getSchedule } from "./get-schedule";

/** What is left out stays. The next time is counted from now on. */
export async function updateSchedule(id: string, patch: SchedulePatch): Promise<Schedule> {
  const nextRunAt = nextRun({ ...(await getSchedule(id)), ...patch }, new Date());
  const repository = await import("../../db/schedules");
  return repository.updateSchedule(id, { ...patch, nextRunAt });
}
