"use client";

import { skipToken, useQuery, type QueryClient } from "@tanstack/react-query";
import type { RunningJob } from "@/lib/core/job/app-event";
import type { ListedJob } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";

/** What runs as the app's stream tells it, or null when there is none. */
type Told = readonly RunningJob[] | null;

const toldKey = ["running"] as const;

/** How often running work is asked for, in ms: where no stream tells of it, and beside one, should it be silent for the wrong reason. */
export const askEveryMs = { alone: 2_000, besideStream: 15_000 } as const;

/** What runs in the background now; null while no stream tells of it. */
export function useRunningJobs(): Told {
  const { data = null } = useQuery<Told>({ queryKey: toldKey, queryFn: skipToken });
  return data;
}

export function setRunningJobs(client: QueryClient, told: Told): void {
  client.setQueryData<Told>(toldKey, told);
}

/** Whether the app's stream says what changes, so that nobody has to ask. */
export function isToldOfJobs(client: QueryClient): boolean {
  return (client.getQueryData<Told>(toldKey) ?? null) !== null;
}

/** Jobs of a list as far as they have come since it was asked for. */
export function asTold(jobs: readonly ListedJob[], told: Told): ListedJob[] {
  return jobs.map((job) => {
    const now = hasEnded(job) ? undefined : told?.find(({ id }) => id === job.id);
    return now === undefined ? job : { ...job, status: now.status, progress: now.progress };
  });
}

/**
 * How often a list of jobs is asked for, in ms: the stream tells when one begins or ends, and how far each is. One that it does not
 * name had ended before it was first heard, while the list was under way.
 */
export function listEveryMs(jobs: readonly ListedJob[], told: Told): number | false {
  const running = jobs.filter((job) => !hasEnded(job));
  if (running.length === 0) return false;
  return running.every(({ id }) => told?.some((one) => one.id === id)) ? askEveryMs.besideStream : askEveryMs.alone;
}
