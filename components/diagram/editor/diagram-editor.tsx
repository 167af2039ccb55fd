"use client";

import { useMemo } from "react";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { andFilters } from "@/lib/graph/filter";
import { ProblemNotice } from "../../ui/problem-notice";
import type { DiagramDocument } from "../document/diagram-document";
import { saveViewEdit } from "../document/edits/arrange-edit";
import { useDocumentState } from "../document/use-diagram-document";
import { asSaved, isOtherLook, lookOf, viewQueryOf } from "../state/diagram-look";
import { useDiagramUrl } from "../state/diagram-url";
import { useDiagramView } from "../state/use-diagram-view";
import { CanvasSkeleton } from "./canvas-skeleton";
import { LoadedDiagram } from "./loaded-diagram";

/** A diagram as it is looked at and edited; `saved` is what the server has of it. `isExporting`: the dialog with its files is open; `onShare` opens that of its links. */
export function DiagramEditor({ saved, document, isExporting, onExporting, onShare }: { saved: Diagram; document: DiagramDocument; isExporting: boolean; onExporting: (isOpen: boolean) => void; onShare: () => void }) {
  const diagram = useDocumentState(document, (state) => state.diagram);
  const [url, setUrl] = useDiagramUrl();
  const { q, group, preset } = url;
  const asked = useMemo(() => viewQueryOf({ q, group, preset }), [q, group, preset]);
  const { answer, boxes } = useDiagramView(saved, asked);
  const look = lookOf(diagram, url);

  function saveView() {
    const { filter, at } = diagram.source;
    const fields = {
      layout: look.layout,
      theme: look.theme,
      ...(look.grouping === null ? {} : { grouping: look.grouping }),
      ...(q.trim() === "" ? {} : { source: { filter: andFilters(filter, q), at } }),
    };
    document.perform(saveViewEdit(diagram, fields));
    document.flush();
    void setUrl(asSaved);
  }

  if (answer.data === undefined) {
    return answer.error === null ? <CanvasSkeleton /> : <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} className="m-4 sm:m-6" />;
  }
  return (
    <LoadedDiagram
      document={document}
      diagram={diagram}
      answer={answer.data.view}
      boxes={boxes}
      asked={answer.data.asked}
      error={answer.error}
      onRetry={() => void answer.refetch()}
      url={url}
      setUrl={setUrl}
      look={{ layout: look.layout, theme: look.theme, grouping: look.grouping ?? answer.data.view.grouping }}
      unsavedView={isOtherLook(url) ? { onSave: saveView, onReset: () => void setUrl(asSaved) } : null}
      isExporting={isExporting}
      onExporting={onExporting}
      onShare={onShare}
    />
  );
}
