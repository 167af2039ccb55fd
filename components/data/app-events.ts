"use client";

import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { watchApp } from "@/lib/api-client";
import type { RunningJob } from "@/lib/core/app-event";
import { useIsVisible } from "../ui/use-is-visible";
import { refreshInventory } from "./refresh-inventory";

const runningKey = ["running"] as const;
/** Until a stream is tried again that could not be had: the server is starting anew, or the network was away. */
const againMs = 15_000;

const none: readonly RunningJob[] = [];

/** What runs in the background now. */
export function useRunningJobs(): readonly RunningJob[] {
  const { data = none } = useQuery<readonly RunningJob[]>({ queryKey: runningKey, queryFn: skipToken });
  return data;
}

/** Keeps every page up to date with the inventory and with what is running, as long as it is in sight. */
export function useAppEvents(): void {
  const client = useQueryClient();
  const isVisible = useIsVisible();
  const revision = useRef<number | null>(null);
  // HTTP/1.1 lets a browser have six connections to a server: a page that is out of sight has none.
  useEffect(() => {
    if (!isVisible) return;
    let stop: () => void;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function begin() {
      stop = watchApp({
        onEvent: ({ type, data }) => {
          if (type === "jobs") return void client.setQueryData(runningKey, data.running);
          if (revision.current !== null && revision.current !== data.revision) void refreshInventory(client);
          revision.current = data.revision;
        },
        onStop: () => (timer = setTimeout(begin, againMs)),
      });
    }
    begin();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, isVisible]);
}
