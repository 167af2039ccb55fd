import { useSyncExternalStore } from "react";

/** Whether the keyboard has ⌘ and ⌥. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** As `isMac`, for what is drawn: the server does not know it. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}

function never(): () => void {
  return () => undefined;
}
