import type { z } from "zod";
import type { newSchedule } from "../../core/api/schedules";
import { CloudVizError } from "../../core/error";
import type { Principal } from "../../core/principal";
import type { Schedule } from "../../core/job/schedule";
import { nextRun } from "../../jobs/next-run";
import { getConnection } from "../connections/get-connection";

/** @throws CloudVizError "invalid-request" for a cron or time zone that is none, "conflict" when the connection has a schedule. */
export async function createSchedule(wanted: z.output<typeof newSchedule>, principal: Principal): Promise<Schedule> {
  const nextRunAt = nextRun(wanted, new Date());
  const connection = await getConnection(wanted.connectionId);
  if (connection.kind !== "cloud") throw new CloudVizError("conflict", "This connection is no cloud account: there is nothing to look at again.");
  const repository = await import("../../db/schedules");
  return repository.createSchedule({ ...wanted, nextRunAt, createdBy: principal.id });
}
