import { CloudVizError } from "../../core/error";

export async function deleteSchedule(id: string): Promise<void> {
  const repository = await import("../../db/schedules");
  if (!(await repository.deleteSchedule(id))) throw new CloudVizError("not-found", "There is no such schedule.");
}
