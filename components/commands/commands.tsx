"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useMemo, useSyncExternalStore } from "react";
import { commandWindows, openPalette, openShortcuts } from "./command-windows";
import { pageActions } from "./page-actions";
import { useActions } from "./use-actions";

// Both come when they are first opened: no page pays for them before.
const Palette = lazy(() => import("./palette").then((module) => ({ default: module.Palette })));
const ShortcutSheet = lazy(() => import("./shortcut-sheet").then((module) => ({ default: module.ShortcutSheet })));

/** The commands of every page: their keys, the palette and the shortcut sheet. */
export function Commands() {
  const router = useRouter();
  const context = useMemo(() => ({ go: (href: string) => router.push(href), openPalette, openShortcuts }), [router]);
  useActions(pageActions, context);
  const opened = useSyncExternalStore(commandWindows.subscribe, commandWindows.opened, () => null);
  const close = () => commandWindows.set(null);
  return (
    <Suspense>
      {opened === "palette" && <Palette onClose={close} />}
      {opened === "shortcuts" && <ShortcutSheet onClose={close} />}
    </Suspense>
  );
}
