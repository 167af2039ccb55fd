"use client";

import { SearchX } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { counted, number } from "../data/words";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { ResourceTable, type ResourceTableProps } from "./resource-table";
import { useResourceRows, type ResourceRows } from "./use-resource-rows";

export interface ResourceListProps extends Pick<ResourceTableProps, "label" | "selectedKeys" | "onSelect" | "hiddenIds" | "onShow"> {
  filter: string;
  /** A moment of the inventory's history; null = now. */
  at?: string | null;
  /** How many there are without the filter; null while it is not known. */
  total: number | null;
  /** Null when there is no filter to clear. */
  onClear: (() => void) | null;
  /** What is shown where the inventory itself is empty. */
  nothing?: ReactNode;
}

/** The resources that a filter matches as a table, with their number; how they are sorted is in the address. */
export function ResourceList({ filter, at = null, total, onClear, nothing, ...table }: ResourceListProps) {
  const [sort, setSort] = useQueryState("sort", parseAsString.withDefault("name"));
  const list = useResourceRows({ filter, at, sort });
  if (list.matched === null) {
    return list.error === null ? <SkeletonRows rows={14} label="Loading the resources" /> : <ProblemNotice error={list.error} onRetry={list.retry} className="m-4 sm:m-6" />;
  }
  if (list.matched === 0 && list.error === null) return nothing !== undefined && total === 0 ? nothing : <NothingMatches total={total} onClear={onClear} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <CountLine list={list} total={filter === "" ? null : total} hiddenCount={table.hiddenIds?.size ?? 0} />
      {list.error !== null && <ProblemNotice error={list.error} onRetry={list.retry} className="m-4 sm:mx-6" />}
      <ResourceTable list={list} sort={sort} onSort={(next) => void setSort(next)} {...table} />
    </div>
  );
}

function CountLine({ list: { matched, isStale }, total, hiddenCount }: { list: ResourceRows; total: number | null; hiddenCount: number }) {
  return (
    <p className="flex h-8 shrink-0 items-center gap-1.5 px-4 text-sm text-muted tabular-nums sm:px-6">
      <span role="status">{isStale || matched === null ? "Counting…" : total === null ? counted(matched, "resource") : `${number(matched)} of ${counted(total, "resource")}`}</span>
      {hiddenCount > 0 && <span>· {number(hiddenCount)} hidden on this diagram</span>}
    </p>
  );
}

function NothingMatches({ total, onClear }: { total: number | null; onClear: (() => void) | null }) {
  return (
    <EmptyState icon={<SearchX size={28} aria-hidden />} title={total === null ? "Nothing found" : `0 of ${number(total)}`} actions={onClear === null ? undefined : <Button look="primary" onClick={onClear}>Clear filters</Button>}>
      No resource passes all the filters.
    </EmptyState>
  );
}
