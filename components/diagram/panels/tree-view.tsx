"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { View } from "@/lib/scene/view/view";
import { counted } from "../../data/words";
import { Button } from "../../ui/button";
import { treeStep } from "../../ui/tree-step";
import { boxTree, rowByTitle, treeRows, type BoxTree } from "./box-tree";
import { TreeItem } from "./tree-item";

const rowHeightPx = 32;
/** Letters typed within this time are one word. */
const typingMs = 700;
/** A tree of so many boxes opens whole; a larger one its two outer levels. */
const wholeUpTo = 300;

export interface TreeViewProps {
  label: string;
  view: View;
  /** −1 = none. */
  selectedBox: number;
  onSelect: (box: number) => void;
  /** What this diagram does not draw; left out when there is nothing. */
  hidden?: { count: number; onShow: () => void };
}

/**
 * A diagram's frames and cards as a tree; only the lines in view are in the page. One tab stop: arrow keys, Home, End, page
 * keys and typed letters move, right and left open and close, * opens all beside, Enter selects.
 */
export function TreeView({ label, view, selectedBox, onSelect, hidden }: TreeViewProps) {
  const tree = useMemo(() => boxTree(view), [view]);
  const { isOpen, setOpen } = useOpenFrames(view, tree, selectedBox);
  const rows = useMemo(() => treeRows(tree, isOpen), [tree, isOpen]);
  const scroller = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  const typing = useRef({ text: "", at: 0 });
  const [activePath, setActivePath] = useState("");
  const active = Math.max(0, useMemo(() => rows.findIndex(({ box }) => tree.pathOf(box) === activePath), [rows, tree, activePath]));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].filter((row) => row < range.count).sort((one, other) => one - other),
  });

  const reveal = useEffectEvent((box: number) => {
    const row = rows.findIndex((candidate) => candidate.box === box);
    if (row < 0) return;
    setActivePath(tree.pathOf(box));
    if (!isMoving.current) virtual.scrollToIndex(row, { align: "auto" });
  });
  useEffect(() => {
    reveal(selectedBox);
  }, [selectedBox]);
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  }, [active]);

  function go(row: number) {
    const box = rows[row]?.box;
    if (box === undefined || row === active) return;
    isMoving.current = true;
    setActivePath(tree.pathOf(box));
    virtual.scrollToIndex(row, { align: "auto" });
  }
  function type(letter: string, at: number) {
    const isNewWord = at - typing.current.at > typingMs;
    typing.current = { text: isNewWord ? letter : typing.current.text + letter, at };
    const row = rowByTitle(rows, view.boxes, active, typing.current.text);
    if (row !== null) go(row);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[active];
    if (row === undefined) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeightPx) - 1);
    const step = treeStep(rows, active, event.key, page);
    const isTyping = typing.current.text !== "" && event.timeStamp - typing.current.at <= typingMs;
    if (step !== null && step.kind === "go") go(step.row);
    else if (step !== null) setOpen([row.box], step.kind === "open");
    else if (event.key === "Enter" || (event.key === " " && !isTyping)) onSelect(row.box);
    else if (event.key === "*") setOpen(tree.childrenOf(view.boxes.parent[row.box] ?? -1).filter((box) => tree.hasChildren(box)), true);
    else if (event.key.length === 1) type(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      {hidden !== undefined && (
        <p className="flex h-9 shrink-0 items-center gap-3 border-b border-hairline px-4 text-sm text-muted sm:px-6">
          {counted(hidden.count, "resource")} hidden on this diagram
          <Button size="small" onClick={hidden.onShow}>Show again</Button>
        </p>
      )}
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto py-1">
        <div role="tree" aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <TreeItem
                key={row.box}
                view={view}
                row={row}
                index={index}
                isActive={index === active}
                isSelected={row.box === selectedBox}
                style={{ height: rowHeightPx, transform: `translateY(${start}px)` }}
                onFocus={() => setActivePath(tree.pathOf(row.box))}
                onSelect={() => onSelect(row.box)}
                onToggle={() => setOpen([row.box], row.isOpen === false)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Which frames are open: those that a person opened, those around what is selected, and at first the outer ones. */
function useOpenFrames(view: View, tree: BoxTree, selectedBox: number) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [revealed, setRevealed] = useState(-1);
  if (selectedBox !== revealed) {
    setRevealed(selectedBox);
    setChosen(withFrames(chosen, tree, tree.around(selectedBox), true));
  }
  const isOpen = useMemo(() => {
    const isWhole = view.boxes.count <= wholeUpTo;
    return (box: number) => chosen.get(tree.pathOf(box)) ?? (isWhole || (view.boxes.depth[box] ?? 0) < 2);
  }, [view, tree, chosen]);
  return { isOpen, setOpen: (boxes: readonly number[], open: boolean) => setChosen(withFrames(chosen, tree, boxes, open)) };
}

function withFrames(chosen: ReadonlyMap<string, boolean>, tree: BoxTree, boxes: readonly number[], open: boolean): ReadonlyMap<string, boolean> {
  return new Map([...chosen, ...boxes.map((box) => [tree.pathOf(box), open] as const)]);
}
