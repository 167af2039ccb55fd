"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { JobCell } from "@/lib/core/job/job";
import { treeStep } from "../../ui/tree-step";
import { CellLine } from "./cell-line";
import { cellLines, cellTree, regionsWithProblems, type CellTree } from "./cell-tree";

const lineHeightPx = 32;
/** A plan of so many calls is shown whole; of a larger one, regions are opened by the person. */
const wholeUpTo = 60;
const regionLevel = 3;

/**
 * What a discovery looks at: provider, account, region, service. Only the lines in view are in the page, so 14,000 calls are as
 * quick as 14. One tab stop: arrow keys, Home, End and page keys move; right, left and Enter open and close.
 */
export function CellTreeView({ cells, opensAll }: { cells: readonly JobCell[]; opensAll: boolean }) {
  const tree = useMemo(() => cellTree(cells), [cells]);
  const { isOpen, setOpen } = useOpenGroups(tree, cells.length, opensAll);
  const lines = useMemo(() => cellLines(tree, isOpen), [tree, isOpen]);
  const scroller = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  const [activePath, setActivePath] = useState("");
  const active = Math.max(0, useMemo(() => lines.findIndex(({ path }) => path === activePath), [lines, activePath]));
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeightPx,
    overscan: 12,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].filter((line) => line < range.count).sort((one, other) => one - other),
  });
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  }, [active]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const line = lines[active];
    if (event.ctrlKey || event.metaKey || event.altKey || line === undefined) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / lineHeightPx) - 1);
    const step = treeStep(lines, active, event.key, page);
    if (step?.kind === "go") go(step.row);
    else if (step !== null) setOpen(line.path, step.kind === "open");
    else if ((event.key === "Enter" || event.key === " ") && line.isOpen !== null) setOpen(line.path, !line.isOpen);
    else return;
    event.preventDefault();
  }
  function go(index: number) {
    const line = lines[index];
    if (line === undefined || index === active) return;
    isMoving.current = true;
    setActivePath(line.path);
    virtual.scrollToIndex(index, { align: "auto" });
  }

  return (
    <div ref={scroller} className="max-h-[max(100dvh-356px,320px)] overflow-auto py-1">
      <div role="tree" aria-label="What is looked at" className="relative" style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <CellLine
              key={line.path}
              line={line}
              index={index}
              isActive={index === active}
              style={{ height: lineHeightPx, transform: `translateY(${start}px)` }}
              onFocus={() => setActivePath(line.path)}
              onToggle={() => setOpen(line.path, line.isOpen === false)}
            />
          );
        })}
      </div>
    </div>
  );
}

/**
 * Which groups are open: what the person said; else down to the regions, and the regions that had problems when the page was
 * opened. Nothing opens or closes by itself under somebody who reads.
 */
function useOpenGroups(tree: CellTree, count: number, opensAll: boolean) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [atFirst] = useState(() => ({ isWhole: count <= wholeUpTo, regions: new Set(regionsWithProblems(tree)) }));
  const isOpen = useMemo(
    () => (path: string, level: number) => chosen.get(path) ?? (opensAll || atFirst.isWhole || level < regionLevel || atFirst.regions.has(path)),
    [chosen, opensAll, atFirst],
  );
  return { isOpen, setOpen: (path: string, open: boolean) => setChosen(new Map([...chosen, [path, open]])) };
}
