import { z } from "zod";

/** When a connection is discovered without anybody asking. `cron`: five fields (minute, hour, day, month, weekday) in the IANA time zone. */
export const schedule = z.object({
  id: z.string(),
  connectionId: z.string(),
  cron: z.string(),
  timezone: z.string(),
  enabled: z.boolean(),
  /** Null while it is switched off. */
  nextRunAt: z.iso.datetime().nullable(),
  lastRunAt: z.iso.datetime().nullable(),
  lastJobId: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Schedule = z.infer<typeof schedule>;
