"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { importFile } from "@/lib/api-client";
import type { ImportAnswer } from "@/lib/core/api";
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

type Change = { kind: "add"; files: readonly { id: number; file: File }[] } | { kind: "set"; id: number; state: ImportState } | { kind: "clear" };

function change(queue: readonly QueuedImport[], action: Change): readonly QueuedImport[] {
  if (action.kind === "add") return [...queue, ...action.files.map(({ id, file }) => ({ id, file, state: { status: "waiting" } as const }))];
  if (action.kind === "clear") return queue.filter(({ state }) => state.status === "waiting" || state.status === "sending");
  return queue.map((entry) => (entry.id === action.id ? { ...entry, state: action.state } : entry));
}

/** Files go up one after another: two states of one estate would otherwise race for the same resources. */
export function useImportQueue(): { queue: readonly QueuedImport[]; add: (files: readonly File[]) => void; cancel: (id: number) => void; clear: () => void } {
  const [queue, dispatch] = useReducer(change, []);
  const nextId = useRef(1);
  const controllers = useRef(new Map<number, AbortController>());
  const client = useQueryClient();
  const next = queue.some(({ state }) => state.status === "sending") ? undefined : queue.find(({ state }) => state.status === "waiting");

  useEffect(() => {
    if (next === undefined) return;
    const { id, file } = next;
    const controller = new AbortController();
    controllers.current.set(id, controller);
    dispatch({ kind: "set", id, state: { status: "sending", share: 0 } });
    void importFile(file, { signal: controller.signal, onProgress: (share) => dispatch({ kind: "set", id, state: { status: "sending", share } }) })
      .then(
        (answer): ImportState => ({ status: "done", answer }),
        (error: unknown): ImportState => (controller.signal.aborted ? { status: "cancelled" } : { status: "failed", error }),
      )
      .then(async (state) => {
        controllers.current.delete(id);
        dispatch({ kind: "set", id, state });
        await refreshInventory(client);
      });
  }, [next, client]);

  const add = useCallback((files: readonly File[]) => {
    dispatch({ kind: "add", files: files.map((file) => ({ id: nextId.current++, file })) });
  }, []);
  const cancel = useCallback((id: number) => {
    const controller = controllers.current.get(id);
    if (controller === undefined) dispatch({ kind: "set", id, state: { status: "cancelled" } });
    else controller.abort();
  }, []);
  const clear = useCallback(() => dispatch({ kind: "clear" }), []);
  return { queue, add, cancel, clear };
}
