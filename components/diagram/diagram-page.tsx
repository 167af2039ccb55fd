"use client";

import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { ApiError } from "@/lib/api-client";
import { useDiagram } from "../data/queries";
import { PageFrame } from "../shell/page-frame";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { DiagramActions } from "./diagram-actions";
import { useDiagramDocument, useDocumentState } from "./document/use-diagram-document";
import { CanvasSkeleton } from "./editor/canvas-skeleton";
import { DiagramEditor } from "./editor/diagram-editor";

export function DiagramPage({ id }: { id: string }) {
  const { data: saved, error, refetch } = useDiagram(id);
  const document = useDiagramDocument(saved);
  const diagram = useDocumentState(document, (state) => state.diagram);
  const [isExporting, setExporting] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <PageFrame
      crumbs={[{ label: "Diagrams", href: "/diagrams" }, { label: diagram?.title ?? (isGone ? "Not found" : "…") }]}
      actions={document === null || diagram === null ? undefined : <DiagramActions document={document} diagram={diagram} onExport={() => setExporting(true)} isSharing={isSharing} onSharing={setSharing} />}
      fixed
    >
      {document !== null && saved !== undefined && <DiagramEditor key={id} saved={saved} document={document} isExporting={isExporting} onExporting={setExporting} onShare={() => setSharing(true)} />}
      {document === null && error === null && <CanvasSkeleton />}
      {isGone && (
        <EmptyState icon={<FileQuestion size={28} aria-hidden />} title="There is no such diagram" actions={<Link href="/diagrams" className={buttonClass("primary")}>See all diagrams</Link>}>
          It was deleted, or the link is not complete.
        </EmptyState>
      )}
      {document === null && error !== null && !isGone && <ProblemNotice error={error} onRetry={() => void refetch()} className="m-6" />}
    </PageFrame>
  );
}
