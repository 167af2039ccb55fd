import { z } from "zod";
import { schedule } from "../job/schedule";
import { page } from "./page";

export const schedulePage = z.object({ data: z.array(schedule), page });

const cronText = z.string().trim().min(1).max(100);
const timezoneName = z.string().trim().min(1).max(60);
export const newSchedule = z.strictObject({ connectionId: z.string().min(1).max(50), cron: cronText, timezone: timezoneName.default("UTC"), enabled: z.boolean().default(true) });
export type NewSchedule = z.input<typeof newSchedule>;
export const schedulePatch = z.strictObject({ cron: cronText, timezone: timezoneName, enabled: z.boolean() }).partial();
export type SchedulePatch = z.infer<typeof schedulePatch>;
