"use client";

import { Tabs } from "@base-ui/react/tabs";
import { Rows3, Waypoints } from "lucide-react";
import type { Diagram } from "@/lib/core/diagram";
import { useLayouts, useThemes } from "../data/queries";
import { number } from "../data/words";
import { FilterInput } from "../filter/filter-input";
import { Select } from "../ui/select";
import { GroupingMenu } from "./grouping-menu";
import { useUpdateDiagram } from "./use-update-diagram";

type View = "canvas" | "table";

export function DiagramToolbar({ diagram, query, onQuery, view, onView, matched, total }: {
  diagram: Diagram;
  query: string;
  onQuery: (query: string) => void;
  view: View;
  onView: (view: View) => void;
  /** Null while it is not known. */
  matched: number | null;
  total: number;
}) {
  const { data: layouts } = useLayouts();
  const { data: themes } = useThemes();
  const update = useUpdateDiagram(diagram.id);
  return (
    <div className="z-10 flex shrink-0 items-center gap-2 overflow-x-auto border-b border-hairline bg-surface px-4 py-2.5 sm:px-6">
      <Tabs.Root value={view} onValueChange={(next: View) => onView(next)}>
        <Tabs.List aria-label="View" className="flex h-8 shrink-0 items-center rounded-card border border-control p-px">
          {([["canvas", "Canvas", Waypoints], ["table", "Table", Rows3]] as const).map(([id, label, Icon]) => (
            <Tabs.Tab key={id} value={id} className="flex h-full items-center gap-1.5 rounded-[7px] px-2.5 text-muted hover:text-ink data-active:bg-hover data-active:font-medium data-active:text-ink">
              <Icon size={14} aria-hidden /> {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs.Root>
      <FilterInput value={query} onChange={onQuery} className="w-56 shrink-0 lg:w-72" />
      {matched !== null && <p role="status" className="shrink-0 text-sm whitespace-nowrap text-muted tabular-nums">{query === "" && diagram.source.filter === "" ? number(total) : `${number(matched)} of ${number(total)}`}</p>}
      <span className="flex-1" />
      <GroupingMenu value={diagram.grouping} onChange={(grouping) => update.mutate({ grouping })} />
      {layouts !== undefined && (
        <Select
          label="Layout"
          prefix="Layout"
          value={diagram.layout.id}
          options={layouts.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => update.mutate({ layout: { id, options: {} } })}
          className="shrink-0"
        />
      )}
      {themes !== undefined && (
        <Select label="Diagram theme" prefix="Theme" value={diagram.theme} options={themes.map(({ id, label }) => ({ value: id, label }))} onChange={(theme) => update.mutate({ theme })} className="shrink-0" />
      )}
    </div>
  );
}
