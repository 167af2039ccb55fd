"use client";

import { useRouter } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
import { HeldKeys } from "../ui/held-keys";
import { onDemand } from "../ui/on-demand";
import { commandWindows, openPalette, openShortcuts } from "./command-windows";
import { pageActions } from "./page-actions";
import { useActions } from "./use-actions";

// Both come when they are first opened: no page pays for them before.
const Palette = onDemand(() => import("./palette").then((module) => module.Palette), HeldKeys);
const ShortcutSheet = onDemand(() => import("./shortcut-sheet").then((module) => module.ShortcutSheet), HeldKeys);

/** The commands of every page: their keys, the palette and the shortcut sheet. */
export function Commands() {
  const router = useRouter();
  const context = useMemo(() => ({ go: (href: string) => router.push(href), openPalette, openShortcuts }), [router]);
  useActions(pageActions, context);
  const opened = useSyncExternalStore(commandWindows.subscribe, commandWindows.opened, () => null);
  const close = () => commandWindows.set(null);
  if (opened === "palette") return <Palette onClose={close} />;
  if (opened === "shortcuts") return <ShortcutSheet onClose={close} />;
  return null;
}
