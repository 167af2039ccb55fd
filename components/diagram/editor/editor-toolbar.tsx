"use client";

import { Group, ListTree, Pencil, Redo2, Rows3, Save, Undo2, Waypoints, X } from "lucide-react";
import { lazy, Suspense, type ReactNode } from "react";
import type { Grouping } from "@/lib/core/diagram/diagram";
import { presetLabels } from "@/lib/core/diagram/preset-labels";
import { bindAction } from "../../commands/action";
import { number } from "../../data/words";
import { FilterInput } from "../../filter/filter-input";
import { Button, buttonClass } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { Skeleton } from "../../ui/skeleton";
import { TabBar } from "../../ui/tab-bar";
import { actions } from "../actions";
import type { ActionContext } from "../actions/action-context";
import { SaveStatus } from "../document/save-status";
import { LayoutMenu, type ChosenLayout } from "../layout-menu";
import { PresetMenu } from "../panels/preset-menu";
import type { DiagramUrl, DiagramViewId } from "../state/diagram-url";
import { ThemeMenu } from "../theme-menu";
import { ToolbarMenu } from "../toolbar-menu";

/** Its list of levels and tags with a search comes when it is first opened. */
const GroupingChoice = lazy(() => import("./grouping-choice").then((module) => ({ default: module.GroupingChoice })));

const tabs = [
  { id: "canvas", label: "Canvas", icon: Waypoints },
  { id: "table", label: "Table", icon: Rows3 },
  { id: "tree", label: "Tree", icon: ListTree },
] as const satisfies readonly { id: DiagramViewId; label: string; icon: typeof Rows3 }[];

const presets = Object.entries(presetLabels).map(([id, label]) => ({ id, label }));

export interface EditorToolbarProps {
  url: DiagramUrl;
  onTab: (tab: DiagramViewId) => void;
  onQuery: (q: string) => void;
  onPreset: (id: string | null) => void;
  grouping: Grouping;
  onGrouping: (grouping: Grouping) => void;
  layout: ChosenLayout;
  onLayout: (layout: ChosenLayout) => void;
  theme: string;
  onTheme: (id: string) => void;
  at: string | null;
  /** Null while it is not known. */
  matched: number | null;
  total: number;
  /** Null when the page shows the diagram as it is saved. */
  unsavedView: { onSave: () => void; onReset: () => void } | null;
  context: ActionContext;
  onConflict: () => void;
}

/** What is shown of the diagram, and how. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { url, matched, total, context, unsavedView } = props;
  return (
    <div role="toolbar" aria-label="Diagram" className="@container/toolbar z-20 shrink-0 border-b border-hairline bg-surface px-3 py-2 sm:px-4">
      <div className="flex items-center gap-1.5 @max-[600px]/toolbar:flex-wrap">
        <TabBar
          label="View"
          items={tabs.map(({ id, label, icon: Icon }) => ({ id, content: <span title={label} className="flex items-center gap-1.5"><Icon size={14} aria-hidden /> <span className="@max-[960px]/toolbar:sr-only">{label}</span></span> }))}
          value={url.view}
          onChange={props.onTab}
          className="flex h-8 shrink-0 items-center rounded-card border border-control p-px"
          tabClassName="flex h-full items-center rounded-[7px] px-2.5 text-muted hover:text-ink aria-selected:bg-hover aria-selected:font-medium aria-selected:text-ink"
        />
        <FilterInput value={url.q} onChange={props.onQuery} at={props.at} className="min-w-24 flex-1 @max-[600px]/toolbar:basis-[calc(100%-8rem)] @min-[600px]/toolbar:max-w-80" />
        {matched !== null && <p role="status" className="shrink-0 text-sm whitespace-nowrap text-muted tabular-nums @max-[600px]/toolbar:sr-only">{matched === total ? number(total) : `${number(matched)} of ${number(total)}`}</p>}
        {unsavedView !== null && (
          <span className="flex shrink-0 items-center">
            <Button size="small" title="Save this view" onClick={unsavedView.onSave}><Save size={14} aria-hidden /><span className="@max-[960px]/toolbar:sr-only">Save<span className="@max-[1400px]/toolbar:sr-only"> this view</span></span></Button>
            <IconButton label="Back to the saved view" onClick={unsavedView.onReset}><X size={14} aria-hidden /></IconButton>
          </span>
        )}
        <div className="ms-auto flex shrink-0 items-center gap-1.5 @max-[600px]/toolbar:gap-1">
          <PresetMenu presets={presets} value={url.preset} onChange={props.onPreset} />
          <GroupingMenu value={props.grouping} at={props.at} onChange={props.onGrouping} />
          <LayoutMenu value={props.layout} onChange={props.onLayout} />
          <ThemeMenu value={props.theme} onChange={props.onTheme} />
          <EditButtons context={context} />
          <SaveStatus document={context.document} onConflict={props.onConflict} />
        </div>
      </div>
    </div>
  );
}

function GroupingMenu({ value, at, onChange }: { value: Grouping; at: string | null; onChange: (grouping: Grouping) => void }) {
  return (
    <ToolbarMenu label="Group by" icon={Group} value={value.length === 0 ? "nothing" : value.length === 1 ? "1 level" : `${value.length} levels`}>
      <Suspense fallback={<Skeleton className="h-8 w-full" />}>
        <GroupingChoice value={value} at={at} onChange={onChange} />
      </Suspense>
    </ToolbarMenu>
  );
}

function EditButtons({ context }: { context: ActionContext }) {
  return (
    <span className="flex shrink-0 items-center">
      <ActionButton id="undo" context={context} icon={<Undo2 size={15} aria-hidden />} />
      <ActionButton id="redo" context={context} icon={<Redo2 size={15} aria-hidden />} />
      <ActionButton id="toggle-editing" context={context} icon={<Pencil size={14} aria-hidden />} showLabel />
    </span>
  );
}

function ActionButton({ id, context, icon, showLabel = false }: { id: string; context: ActionContext; icon: ReactNode; showLabel?: boolean }) {
  const action = actions.find((candidate) => candidate.id === id);
  if (action === undefined) return null;
  const { label, isEnabled, isChecked, run } = bindAction(action, context);
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      disabled={!isEnabled}
      onClick={run}
      className={buttonClass("quiet", showLabel ? "close" : "icon")}
      {...(isChecked === null ? {} : { "aria-pressed": isChecked })}
    >
      {icon}{showLabel && <span className="@max-[960px]/toolbar:sr-only">{label}</span>}
    </button>
  );
}
