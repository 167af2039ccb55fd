import type { NewSchedule, SchedulePatch } from "../core/api/schedules";
import type { Schedule } from "../core/job/schedule";
import { request } from "./request";

export async function listSchedules(signal?: AbortSignal): Promise<Schedule[]> {
  return (await request<{ data: Schedule[] }>("schedules", { signal, query: { limit: 500 } })).data;
}

export function createSchedule(body: NewSchedule): Promise<Schedule> {
  return request<Schedule>("schedules", { method: "POST", body });
}

export function updateSchedule(id: string, patch: SchedulePatch): Promise<Schedule> {
  return request<Schedule>(`schedules/${encodeURIComponent(id)}`, { method: "PATCH", body: patch });
}
