import { CloudVizError } from "../../core/error";
import type { Schedule } from "../../core/job/schedule";

export async function getSchedule(id: string): Promise<Schedule> {
  const repository = await import("../../db/schedules");
  const schedule = await repository.getSchedule(id);
  if (schedule === null) throw new CloudVizError("not-found", "There is no such schedule.");
  return schedule;
}
