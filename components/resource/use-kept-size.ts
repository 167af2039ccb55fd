"use client";

import { useSyncExternalStore } from "react";

const sizes = new Map<string, number>();
const listeners = new Set<() => void>();

/** A size that a person chose, kept in this browser. Where the browser keeps nothing it lives as long as the page. */
export function useKeptSize(name: string, usual: number): [size: number, keep: (size: number) => void] {
  const key = `cloudviz-${name}`;
  const size = useSyncExternalStore(subscribe, () => sizes.get(key) ?? stored(key) ?? usual, () => usual);
  return [
    size,
    (next) => {
      sizes.set(key, next);
      try {
        localStorage.setItem(key, String(next));
      } catch {
        // Private windows and full disks refuse: the size then only holds for this page.
      }
      for (const listener of listeners) listener();
    },
  ];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(key: string): number | null {
  try {
    const text = localStorage.getItem(key);
    const size = text === null ? Number.NaN : Number(text);
    return Number.isFinite(size) && size > 0 ? size : null;
  } catch {
    return null;
  }
}
