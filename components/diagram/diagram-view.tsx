"use client";

import { SearchX } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, type ReactNode } from "react";
import type { Graph } from "@/lib/core/api";
import type { Diagram } from "@/lib/core/diagram";
import { number } from "../data/words";
import { ResourceList } from "../inventory/resource-list";
import { ResourcePanel } from "../resource/resource-panel";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { Legend } from "./legend";
import { useScene } from "./use-scene";

/** React Flow is heavy and needs a window: it comes after the page. */
const DiagramCanvas = dynamic(() => import("./diagram-canvas").then((module) => module.DiagramCanvas), { ssr: false });

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
          <ResourceList label={`Resources of ${diagram.title}`} filter={filter} at={diagram.source.at} total={graph.total} selectedKey={selectedKey} onSelect={onSelect} onClear={onClearQuery} />
        ) : (
          <CanvasView diagram={diagram} graph={graph} selectedKey={selectedKey} onSelect={onSelect} />
        )}
      </div>
      {selectedKey !== null && <ResourcePanel resourceKey={selectedKey} onGo={onSelect} onClose={() => onSelect(null)} />}
    </div>
  );
}

function CanvasView({ diagram, graph, selectedKey, onSelect }: Pick<DiagramViewProps, "diagram" | "graph" | "selectedKey" | "onSelect">) {
  const resources = useMemo(() => new Map(graph.resources.map((resource) => [resource.id, resource])), [graph]);
  const { scene, key, isSlow, isCancelled, error, cancel, retry } = useScene(graph, diagram);
  return (
    <>
      {scene !== null && (
        <>
          <DiagramCanvas scene={scene} resources={resources} selectedKey={selectedKey} onSelect={onSelect} fitKey={key} />
          <Legend scene={scene} />
        </>
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
