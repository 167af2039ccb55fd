"use client";

import { useSyncExternalStore } from "react";

/** Whether the page is in sight: not in a tab behind others, and not in a window that is put away. */
export function useIsVisible(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === "visible", () => true);
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}
