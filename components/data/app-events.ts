"use client";

import { useQueryClient, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { watchApp } from "@/lib/api-client";
import type { AppEvent, RunningJob } from "@/lib/core/job/app-event";
import type { Job } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";
import { useIsVisible } from "../ui/use-is-visible";
import { inBatches } from "./in-batches";
import { jobKey } from "./job-keys";
import { inventoryKeys, jobListKeys, refresh } from "./refresh-inventory";
import { setRunningJobs } from "./running";

/** Until a stream is tried again that could not be had: the server is starting anew, or the network was away. */
const againMs = 15_000;

/** How things stood when they were last told; null = nothing was told yet. */
interface Told {
  revision: number | null;
  running: readonly RunningJob[] | null;
}

/** Keeps every page up to date with the inventory and with what is running, as long as it is in sight. */
export function useAppEvents(): void {
  const client = useQueryClient();
  const isVisible = useIsVisible();
  const told = useRef<Told>({ revision: null, running: null });
  // HTTP/1.1 lets a browser have six connections to a server: a page that is out of sight has none.
  useEffect(() => {
    if (!isVisible) return;
    let stop: () => void;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The end of a job and the inventory that it leaves are told one after the other, and both change the same lists.
    const stale = inBatches<QueryKey>((keys) => void refresh(client, keys));
    function receive(event: AppEvent) {
      for (const key of staleAfter(event, told.current, client)) stale.add(key);
      if (event.type === "jobs") setRunningJobs(client, event.data.running);
      told.current = { ...told.current, ...event.data };
    }
    function onStop() {
      setRunningJobs(client, null);
      timer = setTimeout(begin, againMs);
    }
    function begin() {
      stop = watchApp({ onEvent: receive, onStop });
    }
    begin();
    return () => {
      clearTimeout(timer);
      stop();
      stale.flush();
    };
  }, [client, isVisible]);
}

/** What is to be asked for again. A job's progress is told whole, so nothing is asked for because of it. */
function staleAfter(event: AppEvent, told: Told, client: QueryClient): readonly QueryKey[] {
  if (event.type === "inventory") return told.revision === null || told.revision === event.data.revision ? [] : inventoryKeys;
  const { running } = event.data;
  const before = new Set(told.running?.map(({ id }) => id));
  const begun = running.filter(({ id }) => !before.has(id));
  if (begun.length === 0 && running.length === before.size) return [];
  return [...jobListKeys, ...begun.flatMap(({ id }) => (isKnownAsEnded(client, id) ? [jobKey(id)] : []))];
}

/** One that runs nevertheless was tried again elsewhere. */
function isKnownAsEnded(client: QueryClient, id: string): boolean {
  const job = client.getQueryData<Job>(jobKey(id));
  return job !== undefined && hasEnded(job);
}
