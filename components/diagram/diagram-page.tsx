"use client";

import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { useQueryStates, parseAsString, parseAsStringLiteral } from "nuqs";
import { ApiError } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram";
import { useDiagram, useGraph } from "../data/queries";
import { PageFrame } from "../shell/page-frame";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { Skeleton } from "../ui/skeleton";
import { DiagramActions } from "./diagram-actions";
import { DiagramToolbar } from "./diagram-toolbar";
import { DiagramView } from "./diagram-view";

export const diagramViews = ["canvas", "table"] as const;

const diagramUrl = { q: parseAsString.withDefault(""), sel: parseAsString, view: parseAsStringLiteral(diagramViews).withDefault("canvas") };

export function DiagramPage({ id }: { id: string }) {
  const { data: diagram, error, refetch } = useDiagram(id);
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <PageFrame
      crumbs={[{ label: "Diagrams", href: "/diagrams" }, { label: diagram?.title ?? (isGone ? "Not found" : "…") }]}
      actions={diagram === undefined ? undefined : <DiagramActions diagram={diagram} />}
      fixed
    >
      {diagram !== undefined && <Loaded diagram={diagram} />}
      {diagram === undefined && error === null && <CanvasSkeleton />}
      {isGone && (
        <EmptyState icon={<FileQuestion size={28} aria-hidden />} title="There is no such diagram" actions={<Link href="/diagrams" className={buttonClass("primary")}>See all diagrams</Link>}>
          It was deleted, or the link is not complete.
        </EmptyState>
      )}
      {diagram === undefined && error !== null && !isGone && <ProblemNotice error={error} onRetry={() => void refetch()} className="m-6" />}
    </PageFrame>
  );
}

function Loaded({ diagram }: { diagram: Diagram }) {
  const [url, setUrl] = useQueryStates(diagramUrl, { history: "replace" });
  const filter = [diagram.source.filter, url.q.trim()].filter((part) => part !== "").join(" ");
  const graph = useGraph({ filter, context: true, ...(diagram.source.at === null ? {} : { at: diagram.source.at }) });
  return (
    <>
      <DiagramToolbar
        diagram={diagram}
        query={url.q}
        onQuery={(q) => void setUrl({ q })}
        view={url.view}
        onView={(view) => void setUrl({ view })}
        matched={graph.error === null ? (graph.data?.matched ?? null) : null}
        total={graph.data?.total ?? 0}
      />
      {graph.error !== null && <ProblemNotice error={graph.error} onRetry={() => void graph.refetch()} className="m-4 sm:m-6" />}
      {graph.data === undefined && graph.error === null && <CanvasSkeleton />}
      {graph.data !== undefined && graph.error === null && (
        <DiagramView
          diagram={diagram}
          graph={graph.data}
          filter={filter}
          view={url.view}
          selectedKey={url.sel}
          onSelect={(sel) => void setUrl({ sel }, { history: "push" })}
          onClearQuery={url.q === "" ? null : () => void setUrl({ q: "" })}
        />
      )}
    </>
  );
}

function CanvasSkeleton() {
  return (
    <div role="status" aria-label="Loading the diagram" className="flex flex-1 items-center justify-center p-10">
      <div className="grid w-full max-w-3xl grid-cols-3 gap-6 rounded-frame border border-dashed border-control p-8">
        {Array.from({ length: 9 }, (_, index) => <Skeleton key={index} className="h-16 rounded-card" />)}
      </div>
    </div>
  );
}
