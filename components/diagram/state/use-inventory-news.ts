"use client";

import { useEffect, useRef } from "react";
import { useToast } from "../../ui/toast";
import { inventoryNews, shownInventory, type ShownInventory } from "./inventory-news";
import type { DiagramScene } from "./use-diagram-scene";

/** Says what a discovery has changed in the diagram that is open, also to those who do not see it. */
export function useInventoryNews({ drawn, ids, keys }: Pick<DiagramScene, "drawn" | "ids" | "keys">): void {
  const toast = useToast();
  const last = useRef<{ subject: string; revision: number; shown: ShownInventory } | null>(null);
  useEffect(() => {
    if (drawn === null || ids === null || keys === null) return;
    const { subject, revision, view } = drawn;
    const before = last.current;
    const shown = shownInventory(view, ids, keys);
    last.current = { subject, revision, shown };
    if (before === null || before.subject !== subject || before.revision === revision) return;
    const news = inventoryNews(before.shown, shown);
    if (news !== null) toast({ title: "The inventory has changed", description: `On this diagram: ${news}.` });
  }, [drawn, ids, keys, toast]);
}
