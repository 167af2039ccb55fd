import { z } from "zod";
import { job } from "./job";

/** A job that has not ended, as every page tells of it. */
export const runningJob = job.pick({ id: true, kind: true, connectionId: true, status: true, progress: true }).extend({ connectionName: z.string().nullable() });
export type RunningJob = z.infer<typeof runningJob>;

/** What every open page is told: that the inventory is another one, and what is running. */
export const appEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("inventory"), data: z.object({ revision: z.number().int() }) }),
  z.object({ type: z.literal("jobs"), data: z.object({ running: z.array(runningJob) }) }),
]);
export type AppEvent = z.infer<typeof appEvent>;
