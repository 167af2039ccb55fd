"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, Rows3, Search } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { providerLabel } from "@/lib/catalogue/provider-label";
import type { SharedResource } from "@/lib/core/api/shares";
import { counted, number } from "../data/words";
import { CategoryTile } from "../ui/category-tile";
import { classNames } from "../ui/class-names";
import { EmptyState } from "../ui/empty-state";
import { inputClass } from "../ui/field";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { sortedRows, type ColumnId } from "./sorted-rows";
import { useSharedTable } from "./use-shared";

const rowHeightPx = 40;

const columns: readonly { id: ColumnId; label: string; className: string }[] = [
  { id: "name", label: "Name", className: "flex-[3_1_0] min-w-44" },
  { id: "typeLabel", label: "Type", className: "flex-[2_1_0] min-w-32" },
  { id: "provider", label: "Provider", className: "flex-[1.1_1_0] min-w-24" },
  { id: "account", label: "Account", className: "flex-[1.5_1_0] min-w-32" },
  { id: "region", label: "Region", className: "flex-[1.3_1_0] min-w-28" },
  { id: "state", label: "State", className: "flex-[1.1_1_0] min-w-24" },
];

/** The resources of a shared diagram; only the rows in view are in the page. A column in which nothing is told is left out. */
export function SharedTable({ token, version, title }: { token: string; version: string; title: string }) {
  const { data, error, refetch } = useSharedTable(token, version);
  const [text, setText] = useState("");
  const [sort, setSort] = useState<{ column: ColumnId; isDown: boolean }>({ column: "name", isDown: false });
  const all = data?.data;
  const rows = useMemo(() => sortedRows(all ?? [], { text, ...sort }), [all, text, sort]);
  if (all === undefined) {
    return <div className="min-w-0 flex-1 bg-surface">{error === null ? <SkeletonRows rows={14} label="Loading the resources" /> : <ProblemNotice error={error} onRetry={() => void refetch()} className="m-4 sm:m-6" />}</div>;
  }
  const shown = columns.filter(({ id }) => id === "name" || all.some((row) => (row[id] ?? "") !== ""));
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <div className="flex shrink-0 flex-wrap items-center gap-3 px-4 py-2.5 sm:px-6">
        <span className="relative max-sm:w-full sm:w-72">
          <Search size={14} aria-hidden className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted" />
          <input aria-label="Find in the table" placeholder="Find in the table" value={text} spellCheck={false} autoComplete="off" onChange={({ target }) => setText(target.value)} className={`${inputClass} ps-8`} />
        </span>
        <p role="status" className="text-sm text-muted tabular-nums">{rows.length === all.length ? counted(all.length, "resource") : `${number(rows.length)} of ${counted(all.length, "resource")}`}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={<Rows3 size={28} aria-hidden />} title={all.length === 0 ? "Nothing to list" : "Nothing found"}>{all.length === 0 ? "What this link shows holds no resources now." : "No resource has these letters in it."}</EmptyState>
      ) : (
        <Rows key={`${text} ${sort.column} ${sort.isDown}`} label={`Resources of ${title}`} rows={rows} columns={shown} sort={sort} onSort={(column) => setSort({ column, isDown: sort.column === column && !sort.isDown })} />
      )}
    </div>
  );
}

function Rows({ label, rows, columns: shown, sort, onSort }: {
  label: string;
  rows: readonly SharedResource[];
  columns: typeof columns;
  sort: { column: ColumnId; isDown: boolean };
  onSort: (column: ColumnId) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeightPx, overscan: 12 });
  return (
    // Scrolled by the keyboard as a whole: nothing in it can be chosen.
    <div ref={scroller} tabIndex={0} role="region" aria-label={label} className="min-h-0 flex-1 overflow-auto border-t border-hairline focus-visible:-outline-offset-2">
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className="flex w-fit min-w-full flex-col">
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-hairline bg-frame">
          <div role="row" aria-rowindex={1} className="flex h-9 items-center gap-3 px-4 sm:px-6">
            {shown.map(({ id, label: text, className }) => {
              const isSorted = sort.column === id;
              const Arrow = sort.isDown ? ArrowDown : ArrowUp;
              return (
                <div key={id} role="columnheader" aria-sort={isSorted ? (sort.isDown ? "descending" : "ascending") : "none"} className={className}>
                  <button type="button" onClick={() => onSort(id)} className="-mx-1 flex min-h-7 min-w-0 items-center gap-1 rounded-chip px-1 text-sm font-medium text-muted hover:text-ink">
                    <span className="truncate">{text}</span>
                    {isSorted && <Arrow size={12} aria-hidden className="shrink-0" />}
                  </button>
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div key={index} role="row" aria-rowindex={index + 2} className="absolute inset-x-0 top-0 flex items-center gap-3 border-b border-hairline px-4 sm:px-6" style={{ height: rowHeightPx, transform: `translateY(${start}px)` }}>
                {shown.map(({ id, className }) => <Cell key={id} row={row} column={id} className={className} />)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Cell({ row, column, className }: { row: SharedResource; column: ColumnId; className: string }) {
  const text = column === "provider" ? providerLabel(row.provider) : (row[column] ?? "");
  return (
    <div role="cell" title={column === "typeLabel" ? row.type : text} className={classNames("flex items-center gap-2.5", className)}>
      {column === "name" && <CategoryTile category={row.category} size={22} />}
      <span className={classNames("min-w-0 truncate [unicode-bidi:isolate]", column === "name" && "font-medium", column === "account" && "tabular-nums")}>{text}</span>
    </div>
  );
}
