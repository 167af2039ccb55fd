"use client";

import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, Eye, EyeOff } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import type { ResourceRow } from "@/lib/core/api/resources";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Skeleton } from "../ui/skeleton";
import { resourceColumns, type ResourceColumn } from "./resource-columns";
import type { ResourceRows } from "./use-resource-rows";

const rowHeightPx = 40;
const headerHeightPx = 37;
/** Rows from the end of what came at which more is asked for: two screens. */
const headStart = 60;

export interface ResourceTableProps {
  label: string;
  list: ResourceRows;
  /** As in the API: a field, with `-` before it for downwards. */
  sort: string;
  onSort: (sort: string) => void;
  selectedKeys: readonly string[];
  /** `isAdding`: with Shift, Ctrl or ⌘ held, which adds to the selection or takes out of it. */
  onSelect: (key: string, isAdding: boolean) => void;
  /** Ids of resources that this diagram does not draw; their rows say so. */
  hiddenIds?: ReadonlySet<string>;
  onShow?: (id: string) => void;
}

/**
 * Rows of resources; only those in view are in the page, so ten thousand are as quick as ten, and only those that were scrolled
 * to are loaded. One tab stop: arrow keys, Home, End and the page keys move the active row, Enter opens it.
 */
export function ResourceTable({ label, list, sort, onSort, selectedKeys, onSelect, hiddenIds, onShow }: ResourceTableProps) {
  const { rows } = list;
  const count = Math.max(rows.length, list.matched ?? 0);
  const scroller = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  const [active, setActive] = useState(0);
  const tabStop = Math.min(active, Math.max(0, count - 1));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    scrollPaddingStart: headerHeightPx,
    rangeExtractor: (range) => withRow(range, tabStop),
  });
  useLoading(list, virtual.range?.endIndex ?? 0);
  useRevealed(list, selectedKeys[0] ?? null, scroller, (index) => {
    setActive(index);
    if (!isMoving.current) virtual.scrollToIndex(index, { align: "auto" });
  });
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${tabStop}"]`)?.focus({ preventScroll: true });
  }, [tabStop]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>, index: number, row: ResourceRow | undefined) {
    // The keys of a button inside the row are its own.
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (row !== undefined) onSelect(row.key, isAdding(event));
      return;
    }
    const page = Math.floor(((scroller.current?.clientHeight ?? 400) - headerHeightPx) / rowHeightPx);
    const next = moved(event.key, index, count, page);
    if (next === null) return;
    event.preventDefault();
    isMoving.current = next !== tabStop;
    setActive(next);
    virtual.scrollToIndex(next, { align: "auto" });
  }

  return (
    <div ref={scroller} className="@container min-h-0 flex-1 overflow-auto" data-testid="resource-rows">
      <div role="table" aria-label={label} aria-rowcount={count + 1} aria-busy={list.isStale} className={classNames("flex min-w-full flex-col", list.isStale && "opacity-60")}>
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-hairline bg-frame">
          <div role="row" aria-rowindex={1} className="flex h-9 items-center gap-3 px-4 sm:px-6">
            {resourceColumns.map((column) => <ColumnHeader key={column.id} column={column} sort={sort} onSort={onSort} />)}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            const isSelected = row !== undefined && selectedKeys.includes(row.key);
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                data-index={index}
                tabIndex={index === tabStop ? 0 : -1}
                onFocus={() => setActive(index)}
                onClick={(event) => row !== undefined && onSelect(row.key, isAdding(event))}
                onKeyDown={(event) => onKeyDown(event, index, row)}
                className={classNames("absolute inset-x-0 top-0 flex cursor-pointer items-center gap-3 border-b border-hairline px-4 focus-visible:-outline-offset-2 sm:px-6", isSelected ? "bg-info-ground" : "hover:bg-hover")}
                style={{ height: rowHeightPx, transform: `translateY(${start}px)` }}
              >
                {row === undefined ? <LoadingCell /> : <Cells row={row} hiddenMark={hiddenIds?.has(row.id) === true ? <HiddenMark tabIndex={index === tabStop ? 0 : -1} onShow={onShow === undefined ? null : () => onShow(row.id)} /> : null} />}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function ColumnHeader({ column: { id, label, sort: own, className, isNumber }, sort, onSort }: { column: ResourceColumn; sort: string; onSort: (sort: string) => void }) {
  const shape = classNames("min-w-0", className, isNumber === true && "justify-end");
  if (own === null) return <div role="columnheader" className={shape}><span className="truncate text-sm font-medium text-muted">{label}</span></div>;
  const { field, isDown } = own;
  const isSorted = sort.replace(/^-/, "") === field;
  const isSortedDown = isSorted && sort.startsWith("-");
  const Arrow = isSortedDown ? ArrowDown : ArrowUp;
  const next = isSorted ? !isSortedDown : isDown;
  return (
    <div role="columnheader" data-column={id} aria-sort={isSorted ? (isSortedDown ? "descending" : "ascending") : "none"} className={shape}>
      <button type="button" onClick={() => onSort(`${next ? "-" : ""}${field}`)} className="-mx-1 flex min-h-7 min-w-0 items-center gap-1 rounded-chip px-1 text-sm font-medium text-muted hover:text-ink">
        <span className="truncate">{label}</span>
        {isSorted && <Arrow size={12} aria-hidden className="shrink-0" />}
      </button>
    </div>
  );
}

function Cells({ row, hiddenMark }: { row: ResourceRow; hiddenMark: ReactNode }) {
  return resourceColumns.map(({ id, className, isNumber, cell }) => (
    <div key={id} role="cell" className={classNames("min-w-0 items-center gap-2", className, isNumber === true && "justify-end", hiddenMark !== null && "text-muted")}>
      {cell(row)}
      {id === "name" && hiddenMark}
    </div>
  ));
}

function HiddenMark({ tabIndex, onShow }: { tabIndex: number; onShow: (() => void) | null }) {
  return (
    <span className="flex shrink-0 items-center gap-1.5">
      <Badge><EyeOff size={12} aria-hidden /> Hidden</Badge>
      {onShow !== null && (
        <Button
          size="small"
          tabIndex={tabIndex}
          aria-label="Show again"
          title="Show again"
          className="@max-4xl:w-7 @max-4xl:px-0"
          onClick={(event) => {
            event.stopPropagation();
            onShow();
          }}
        >
          <Eye size={14} aria-hidden className="@4xl:hidden" />
          <span className="@max-4xl:hidden">Show again</span>
        </Button>
      )}
    </span>
  );
}

function LoadingCell() {
  return <div role="cell" className="flex-1"><Skeleton className="h-4 rounded-chip" /><span className="sr-only">Loading</span></div>;
}

/** Asks for the next page until the rows that are looked at have come. */
function useLoading({ rows, loadMore }: ResourceRows, lastSeen: number) {
  const isNeeded = loadMore !== null && lastSeen + headStart >= rows.length;
  const load = useEffectEvent(() => loadMore?.());
  useEffect(() => {
    if (isNeeded) load();
  }, [isNeeded, rows.length]);
}

/**
 * Tells once where the selected row is. It may be far down: then page after page is loaded until it comes, unless the person
 * has begun to look elsewhere.
 */
function useRevealed({ rows, loadMore, isStale }: ResourceRows, selectedKey: string | null, scroller: RefObject<HTMLElement | null>, reveal: (index: number) => void) {
  const revealed = useRef<string | null>(null);
  const tell = useEffectEvent(reveal);
  const load = useEffectEvent(() => loadMore?.());
  const canLoad = loadMore !== null;
  useEffect(() => {
    if (selectedKey === revealed.current || isStale) return;
    const index = selectedKey === null ? -1 : rows.findIndex(({ key }) => key === selectedKey);
    if (selectedKey === null || index >= 0) revealed.current = selectedKey;
    if (index >= 0) tell(index);
    else if (selectedKey !== null && canLoad) load();
  }, [rows, selectedKey, canLoad, isStale]);
  useEffect(() => {
    const giveUp = () => (revealed.current = selectedKey);
    const element = scroller.current;
    const moves = ["wheel", "touchmove", "keydown", "pointerdown"] as const;
    for (const move of moves) element?.addEventListener(move, giveUp, { passive: true });
    return () => {
      for (const move of moves) element?.removeEventListener(move, giveUp);
    };
  }, [selectedKey, scroller]);
}

/** The active row stays in the page when it is scrolled away: it holds the focus. */
function withRow(range: Range, row: number): number[] {
  const shown = defaultRangeExtractor(range);
  return shown.includes(row) || row >= range.count ? shown : [...shown, row].sort((one, other) => one - other);
}

function isAdding({ shiftKey, ctrlKey, metaKey }: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): boolean {
  return shiftKey || ctrlKey || metaKey;
}

function moved(key: string, index: number, count: number, page: number): number | null {
  const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: count - 1 };
  const next = steps[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}
