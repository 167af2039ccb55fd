import type { Job } from "../core/job";
import { request } from "./request";

export async function listJobs(signal?: AbortSignal): Promise<Job[]> {
  return (await request<{ data: Job[] }>("jobs", { signal })).data;
}

/** `waitSeconds` > 0 answers only when the job has ended or so many seconds have passed. */
export function getJob(id: string, waitSeconds = 0, signal?: AbortSignal): Promise<Job> {
  return request<Job>(`jobs/${encodeURIComponent(id)}`, { signal, query: { wait: waitSeconds === 0 ? null : waitSeconds } });
}

export function cancelJob(id: string): Promise<Job> {
  return request<Job>(`jobs/${encodeURIComponent(id)}/cancel`, { method: "POST" });
}
