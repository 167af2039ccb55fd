"use client";

import { skipToken, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { watchJob } from "@/lib/api-client";
import type { JobCells } from "@/lib/core/api/jobs";
import type { Job, JobCell, JobEvent } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";
import { askEveryMs, isToldOfJobs, jobCellsKey, jobKey, refreshInventory, useJob, useJobCells } from "../../data/queries";
import { inBatches } from "../../data/in-batches";
import { useIsVisible } from "../../ui/use-is-visible";
import { addToLog, type LogLine } from "../log/log-lines";
import { applyToCells, applyToJob } from "./apply-events";

const noLines: readonly LogLine[] = [];
const logKey = (id: string) => ["jobs", id, "log"] as const;

export interface LiveJob {
  /** Undefined while it is loaded, and when it cannot be. */
  job: Job | undefined;
  cells: readonly JobCell[] | undefined;
  /** What happened, as far as it came; only with `wantsLog`. */
  log: readonly LogLine[];
  error: Error | null;
  retry: () => void;
}

/** A job and its cells, kept up to date while they are looked at: by its stream of events, else by asking. */
export function useLiveJob(id: string, wantsLog: boolean): LiveJob {
  const client = useQueryClient();
  const isVisible = useIsVisible();
  const [isBroken, setBroken] = useState(false);
  const { data: job, error, refetch } = useJob(id, isBroken ? askEveryMs.alone : askEveryMs.besideStream);
  const isLive = job !== undefined && !hasEnded(job);
  const { data: cells } = useJobCells(id, isLive && isBroken ? askEveryMs.alone : false);
  const { data: log = noLines } = useQuery<readonly LogLine[]>({ queryKey: logKey(id), queryFn: skipToken, structuralSharing: false });

  // HTTP/1.1 lets a browser have six connections to a server: a page that is out of sight has none.
  const isWatched = cells !== undefined && isVisible && (isLive || wantsLog);
  useEffect(() => {
    if (!isWatched) return;
    const batches = inBatches<JobEvent>((events) => receive(client, id, events, wantsLog));
    const stop = watchJob(id, lastEventOf(client, id, wantsLog), { onEvent: batches.add, onStop: () => setBroken(true) });
    return () => {
      stop();
      batches.flush();
      setBroken(false);
    };
  }, [client, id, isWatched, isLive, wantsLog]);

  // Only at its end is known what it found, and what is new in each cell. What else it changes, the app's stream tells.
  const wasLive = useRef(false);
  useEffect(() => {
    if (wasLive.current && !isLive) {
      void client.invalidateQueries({ queryKey: jobKey(id) });
      if (!isToldOfJobs(client)) void refreshInventory(client);
    }
    wasLive.current = isLive;
  }, [client, id, isLive]);

  return { job, cells: cells?.data, log, error, retry: () => void refetch() };
}

/** The last event that is known: of the cells, or of the log, which begins with the job. */
function lastEventOf(client: QueryClient, id: string, wantsLog: boolean): number {
  const log = () => client.getQueryData<readonly LogLine[]>(logKey(id))?.at(-1)?.id;
  const cells = () => client.getQueryData<JobCells>(jobCellsKey(id))?.lastEventId;
  return (wantsLog ? log() : cells()) ?? 0;
}

function receive(client: QueryClient, id: string, events: readonly JobEvent[], keepsLog: boolean): void {
  if (keepsLog) client.setQueryData<readonly LogLine[]>(logKey(id), (log = noLines) => addToLog(log, events));
  const cells = client.getQueryData<JobCells>(jobCellsKey(id));
  if (cells === undefined) return;
  client.setQueryData<Job>(jobKey(id), (job) => job && applyToJob(job, cells.lastEventId, events));
  client.setQueryData<JobCells>(jobCellsKey(id), applyToCells(cells, events));
}
