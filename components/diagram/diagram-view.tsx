"use client";

import { SearchX } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useRef, useState, type ReactNode } from "react";
import type { Graph } from "@/lib/core/api";
import type { Diagram } from "@/lib/core/diagram";
import { buildView } from "@/lib/scene/build-view";
import { measureView } from "@/lib/scene/measure-view";
import { themeOf } from "@/lib/themes";
import { number } from "../data/words";
import { ResourceList } from "../inventory/resource-list";
import { ResourcePanel } from "../resource/resource-panel";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import type { CanvasCommands } from "./canvas/diagram-canvas";
import { HitTooltip } from "./canvas/hit-tooltip";
import { createDrawing } from "./painter/drawing";
import { restingState } from "./painter/paint-state";
import { usePlacement } from "./state/use-placement";

/** React Flow is heavy and needs a window: it comes after the page. */
const DiagramCanvas = dynamic(() => import("./canvas/diagram-canvas").then((module) => module.DiagramCanvas), { ssr: false });

export interface DiagramViewProps {
  diagram: Diagram;
  graph: Graph;
  /** The diagram's own filter and the person's together. */
  filter: string;
  view: "canvas" | "table";
  selectedKey: string | null;
  onSelect: (key: string | null) => void;
  /** Null when there is nothing to clear. */
  onClearQuery: (() => void) | null;
}

export function DiagramView({ diagram, graph, filter, view, selectedKey, onSelect, onClearQuery }: DiagramViewProps) {
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="relative flex min-w-0 flex-1 flex-col">
        {graph.matched === 0 ? (
          <EmptyState
            icon={<SearchX size={28} aria-hidden />}
            title={`0 of ${number(graph.total)}`}
            actions={onClearQuery === null ? undefined : <Button look="primary" onClick={onClearQuery}>Clear filters</Button>}
          >
            {onClearQuery === null ? "What this diagram was made of is no longer in the inventory." : "No resource of this diagram passes the filter."}
          </EmptyState>
        ) : view === "table" ? (
          <ResourceList label={`Resources of ${diagram.title}`} filter={filter} at={diagram.source.at} total={graph.total} selectedKeys={selectedKey === null ? [] : [selectedKey]} onSelect={onSelect} onClear={onClearQuery} />
        ) : (
          <CanvasView diagram={diagram} graph={graph} selectedKey={selectedKey} onSelect={onSelect} />
        )}
      </div>
      {selectedKey !== null && <ResourcePanel resourceKey={selectedKey} onGo={onSelect} onClose={() => onSelect(null)} />}
    </div>
  );
}

function CanvasView({ diagram, graph, selectedKey, onSelect }: Pick<DiagramViewProps, "diagram" | "graph" | "selectedKey" | "onSelect">) {
  const { title, grouping, overlay, layout } = diagram;
  const theme = themeOf(diagram.theme);
  const built = useMemo(() => buildView(graph, { title, levels: grouping, overlay }), [graph, title, grouping, overlay]);
  const input = useMemo(() => measureView(built.view), [built]);
  const { placed, isSlow, isCancelled, error, cancel, retry } = usePlacement(built, input, layout);
  const drawing = useMemo(() => (placed === null ? null : createDrawing(placed.subject.view, placed.placement, theme)), [placed, theme]);
  const [focused, setFocused] = useState<number | null>(null);
  const commands = useRef<CanvasCommands>(null);
  const selected = useMemo(() => new Set(placed?.subject.keys.flatMap((key, box) => (key !== null && key === selectedKey ? [box] : []))), [placed, selectedKey]);
  return (
    <>
      {drawing !== null && placed !== null && (
        <DiagramCanvas
          drawing={drawing}
          theme={theme}
          mode="view"
          selected={selected}
          focused={focused}
          onFocus={setFocused}
          onSelect={([box]) => onSelect(box === undefined ? null : (placed.subject.keys[box] ?? null))}
          onOpen={() => undefined}
          onLine={() => undefined}
          onMove={() => undefined}
          onMenu={() => undefined}
          onRest={() => undefined}
          look={restingState}
          fitKey=""
          startAt={null}
          label={`Diagram ${title}`}
          tooltip={(hit, at) => <HitTooltip view={drawing.view} hit={hit} at={at} note={null} />}
          commands={commands}
        />
      )}
      {isSlow && (
        <Notice>
          <span role="status">Laying out {number(graph.resources.length)} boxes…</span>
          <Button size="small" onClick={cancel}>Cancel</Button>
        </Notice>
      )}
      {isCancelled && (
        <Notice>
          <span>The layout was cancelled.</span>
          <Button size="small" onClick={retry}>Lay out again</Button>
        </Notice>
      )}
      {error !== null && <ProblemNotice error={error} onRetry={retry} className="absolute inset-x-4 top-4 z-10" />}
    </>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return <div className="absolute start-1/2 top-4 z-10 flex -translate-x-1/2 items-center gap-3 rounded-card border border-hairline bg-surface py-1.5 ps-4 pe-1.5 whitespace-nowrap shadow-2">{children}</div>;
}
