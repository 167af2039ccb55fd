"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { importFile } from "@/lib/api-client";
import type { ImportAnswer } from "@/lib/core/api/imports";
import { refreshInventory } from "../data/queries";

export type ImportState =
  | { status: "waiting" }
  /** `share` of the file that has been sent; at 1 the server reads it. */
  | { status: "sending"; share: number }
  | { status: "done"; answer: ImportAnswer }
  | { status: "failed"; error: unknown }
  | { status: "cancelled" };

export interface QueuedImport {
  id: number;
  file: File;
  state: ImportState;
}

const waiting: ImportState = { status: "waiting" };

/**
 * Files go up one after another: two states of one estate would otherwise race for the same resources. `files` only ever grows;
 * `clear` takes what has ended off the list.
 */
export function useImportQueue(files: readonly File[]): { queue: readonly QueuedImport[]; cancel: (id: number) => void; clear: () => void } {
  // By the place of a file; null = no longer listed.
  const [states, setStates] = useState<Readonly<Record<number, ImportState | null>>>({});
  const controllers = useRef(new Map<number, AbortController>());
  const client = useQueryClient();
  const queue = files.flatMap((file, id) => {
    const { [id]: state = waiting } = states;
    return state === null ? [] : { id, file, state };
  });
  const next = queue.some(({ state }) => state.status === "sending") ? -1 : (queue.find(({ state }) => state.status === "waiting")?.id ?? -1);

  const set = useCallback((id: number, state: ImportState) => setStates((before) => ({ ...before, [id]: state })), []);

  useEffect(() => {
    const file = files[next];
    if (file === undefined || controllers.current.has(next)) return;
    const controller = new AbortController();
    controllers.current.set(next, controller);
    set(next, { status: "sending", share: 0 });
    void importFile(file, { signal: controller.signal, onProgress: (share) => set(next, { status: "sending", share }) })
      .then(
        (answer): ImportState => ({ status: "done", answer }),
        (error: unknown): ImportState => (controller.signal.aborted ? { status: "cancelled" } : { status: "failed", error }),
      )
      .then(async (state) => {
        set(next, state);
        await refreshInventory(client);
      });
  }, [next, files, set, client]);

  function cancel(id: number) {
    const controller = controllers.current.get(id);
    if (controller === undefined) set(id, { status: "cancelled" });
    else controller.abort();
  }

  function clear() {
    setStates((before) => Object.fromEntries(Object.entries(before).map(([id, state]) => [id, state?.status === "sending" ? state : null])));
  }

  return { queue, cancel, clear };
}
