import { z } from "zod";
import { jobCell, jobStatus, listedJob } from "../job/job";
import { page, pageQuery } from "./page";
import { count } from "./parts";

export const jobPage = z.object({ data: z.array(listedJob), page });
export type JobPage = z.infer<typeof jobPage>;
/** `status`: one or several with commas between; `running` is everything that has not ended. Left out = all. */
export const listJobsQuery = pageQuery.omit({ count: true }).extend({
  status: z.string().max(100).transform((text) => text.split(",")).pipe(z.array(jobStatus)).optional(),
});
/** `wait`: answer when the job has ended or after so many seconds, whichever comes first. */
export const getJobQuery = z.object({ wait: z.coerce.number().int().min(0).max(60).default(0) });

/** `lastEventId`: what has happened up to this event is in the cells, so that a watcher may begin after it. */
export const jobCells = z.object({ data: z.array(jobCell), lastEventId: count });
export type JobCells = z.infer<typeof jobCells>;
/** `after`: the id of the last event that is known; Last-Event-ID goes before it. */
export const jobEventsQuery = z.object({ after: z.coerce.number().int().min(0).default(0) });
