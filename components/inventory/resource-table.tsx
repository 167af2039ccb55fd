"use client";

import { columnSizingFeature, createColumnHelper, createSortedRowModel, rowSortingFeature, sortFns, tableFeatures, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { describeType, providerLabel } from "@/lib/catalogue";
import type { Resource } from "@/lib/core/resource";
import { classNames } from "../ui/class-names";
import { TypeTile } from "../ui/glyph";

const rowHeightPx = 40;
const features = tableFeatures({ rowSortingFeature, columnSizingFeature, sortedRowModel: createSortedRowModel(), sortFns });
const helper = createColumnHelper<typeof features, Resource>();
const columns = helper.columns([
  helper.accessor("name", {
    header: "Name",
    sortFn: "text",
    cell: ({ row: { original } }) => (
      <span className="flex min-w-0 items-center gap-2.5">
        <TypeTile type={original.type} size={22} />
        <span className="truncate font-medium [unicode-bidi:isolate]" title={original.name}>{original.name}</span>
      </span>
    ),
  }),
  helper.accessor(({ type }) => describeType(type).label, { id: "type", header: "Type", sortFn: "text", cell: ({ getValue, row: { original } }) => <span className="truncate" title={original.type}>{getValue()}</span> }),
  helper.accessor(({ provider }) => providerLabel(provider), { id: "provider", header: "Provider", sortFn: "text", cell: ({ getValue }) => <span className="truncate">{getValue()}</span> }),
  helper.accessor("account", { header: "Account", sortFn: "text", cell: ({ getValue }) => <span className="truncate tabular-nums" title={getValue()}>{getValue()}</span> }),
  helper.accessor(({ region }) => region ?? "", { id: "region", header: "Region", sortFn: "text", cell: ({ getValue }) => <span className="truncate">{getValue()}</span> }),
  helper.accessor(({ state }) => state ?? "", { id: "state", header: "State", sortFn: "text", cell: ({ getValue }) => <span className="truncate">{getValue()}</span> }),
]);

/** Which columns a narrow window leaves out. */
const shares: Record<string, string> = {
  name: "flex-[3_1_0]",
  type: "flex-[2_1_0]",
  provider: "hidden xl:flex flex-[1_1_0]",
  account: "hidden md:flex flex-[1.6_1_0]",
  region: "hidden sm:flex flex-[1.2_1_0]",
  state: "hidden lg:flex flex-[1_1_0]",
};

/**
 * Rows of resources; only those in view are in the page, so ten thousand are as quick as ten. One tab stop: arrow keys, Home,
 * End and the page keys move the active row, Enter opens it.
 */
export function ResourceTable({ resources, selectedKey, onSelect, label }: { resources: Resource[]; selectedKey: string | null; onSelect: (key: string) => void; label: string }) {
  const table = useTable({ features, columns, data: resources, getRowId: ({ key }) => key, initialState: { sorting: [{ id: "name", desc: false }] } });
  const { rows } = table.getRowModel();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeightPx, overscan: 12 });
  const active = Math.max(0, rows.findIndex(({ id }) => id === selectedKey));
  const focusNext = useRef<number | null>(null);
  const items = virtual.getVirtualItems();
  const tabStop = items.some(({ index }) => index === active) ? active : (items[0]?.index ?? 0);

  useEffect(() => {
    if (focusNext.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${focusNext.current}"]`);
    if (row === null || row === undefined) return;
    focusNext.current = null;
    row.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent<HTMLElement>, index: number, key: string) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onSelect(key);
      return;
    }
    const next = moved(event.key, index, rows.length, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeightPx));
    if (next === null) return;
    event.preventDefault();
    focusNext.current = next;
    virtual.scrollToIndex(next, { align: "auto" });
    scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true });
  }

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto" data-testid="resource-rows">
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className="flex min-w-full flex-col">
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-hairline bg-frame">
          {table.getHeaderGroups().map((group) => (
            <div key={group.id} role="row" aria-rowindex={1} className="flex h-9 items-center gap-3 px-4 sm:px-6">
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                return (
                  <div key={header.id} role="columnheader" aria-sort={sorted === false ? "none" : sorted === "asc" ? "ascending" : "descending"} className={classNames("flex min-w-0", shares[header.column.id])}>
                    <button type="button" onClick={header.column.getToggleSortingHandler()} className="flex items-center gap-1 rounded-chip text-sm font-medium text-muted hover:text-ink">
                      <table.FlexRender header={header} />
                      {sorted === "asc" && <ArrowUp size={12} aria-hidden />}
                      {sorted === "desc" && <ArrowDown size={12} aria-hidden />}
                    </button>
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const selected = row.id === selectedKey;
            return (
              <div
                key={row.id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={selected}
                data-index={index}
                tabIndex={index === tabStop ? 0 : -1}
                onClick={() => onSelect(row.id)}
                onKeyDown={(event) => onKeyDown(event, index, row.id)}
                className={classNames("absolute inset-x-0 top-0 flex cursor-pointer items-center gap-3 border-b border-hairline px-4 hover:bg-hover focus-visible:-outline-offset-2 sm:px-6", selected && "bg-info-ground")}
                style={{ height: rowHeightPx, transform: `translateY(${start}px)` }}
              >
                {row.getAllCells().map((cell) => (
                  <div key={cell.id} role="cell" className={classNames("flex min-w-0", shares[cell.column.id])}><table.FlexRender cell={cell} /></div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function moved(key: string, index: number, count: number, page: number): number | null {
  const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: count - 1 };
  const next = steps[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}
