"use client";

import type { ReactNode } from "react";
import type { DiagramViewQuery, ExportWish } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import type { DiagramView, DiagramViewBoxes } from "@/lib/core/diagram/view";
import type { Page, PaperChoice } from "@/lib/scene/page/plan-pages";
import type { SectionChoice } from "@/lib/scene/page/place-sections";
import { ProblemNotice } from "../../ui/problem-notice";
import { useObjectUrl } from "../../ui/use-object-url";
import { drawingWish } from "../export/preview-wish";
import { useExportFile } from "../export/use-export-file";
import { useDiagramView } from "../state/use-diagram-view";
import type { ReadDrawing } from "./read-drawing";
import { usePrintedPages, type PrintedDrawing } from "./use-printed-pages";
import { useReadDrawing } from "./use-read-drawing";

export interface PrintedPagesProps {
  diagram: Diagram;
  wish: Omit<ExportWish, "format">;
  paper: PaperChoice;
  sections: SectionChoice;
  /** Stands for the pages while there are none. */
  waiting: ReactNode;
  children: (pages: readonly Page[], drawing: PrintedDrawing) => ReactNode;
}

/** The sheets of paper that a diagram takes: the drawing as the server draws it, planned as its PDF is. */
export function PrintedPages(props: PrintedPagesProps) {
  const { diagram, wish, waiting } = props;
  const { answer, boxes } = useDiagramView(diagram, viewPart(wish));
  const file = useExportFile(diagram, drawingWish({ ...wish, format: "svg" }, { background: "none" }));
  const content = file.data?.file.content ?? null;
  const url = useObjectUrl(content);
  const drawn = useReadDrawing(content);
  const error = answer.error ?? file.error;
  if (error !== null) return <ProblemNotice error={error} className="m-4" onRetry={() => void Promise.all([answer.refetch(), file.refetch()])} />;
  if (answer.data === undefined || boxes?.token !== answer.data.view.token || url === null || drawn === null) return waiting;
  return <Planned {...props} answer={answer.data.view} boxes={boxes} url={url} drawn={drawn} />;
}

function Planned({ waiting, children, ...parts }: PrintedPagesProps & { answer: DiagramView; boxes: DiagramViewBoxes; url: string; drawn: ReadDrawing }) {
  const { pages, drawing, error } = usePrintedPages(parts);
  if (error !== null) return <ProblemNotice error={error} className="m-4" />;
  return pages === null || drawing === null ? waiting : children(pages, drawing);
}

function viewPart({ q, group, preset, at }: Omit<ExportWish, "format">): DiagramViewQuery {
  return { ...(q === undefined ? {} : { q }), ...(group === undefined ? {} : { group }), ...(preset === undefined ? {} : { preset }), ...(at === undefined ? {} : { at }) };
}
