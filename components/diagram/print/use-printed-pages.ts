"use client";

import { useMemo } from "react";
import type { ExportWish } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import type { DiagramView, DiagramViewBoxes } from "@/lib/core/diagram/view";
import { planPages, type Page, type PaperChoice } from "@/lib/scene/page/plan-pages";
import type { SectionChoice } from "@/lib/scene/page/place-sections";
import type { ReadDrawing } from "./read-drawing";
import { useScene } from "./use-scene";

/** The drawing that the pages show parts of, as an image with a margin around it. */
export interface PrintedDrawing {
  url: string;
  widthPx: number;
  heightPx: number;
  marginPx: number;
  background: string;
  mutedColor: string;
}

export interface PrintedPagesOptions {
  diagram: Diagram;
  /** Of what `wish` asks for. */
  answer: DiagramView;
  boxes: DiagramViewBoxes;
  wish: Omit<ExportWish, "format">;
  paper: PaperChoice;
  sections: SectionChoice;
  drawn: ReadDrawing;
  url: string;
}

/** The pages on which a diagram is printed, and in which a PDF has it. */
export function usePrintedPages({ diagram, answer, boxes, wish, paper, sections, drawn, url }: PrintedPagesOptions): { pages: readonly Page[] | null; drawing: PrintedDrawing | null; error: unknown } {
  const { scene, error } = useScene(diagram, answer, boxes, wish);
  const choices = JSON.stringify([paper, sections]);
  const pages = useMemo(() => {
    if (scene === null) return null;
    const [chosenPaper, chosenSections] = JSON.parse(choices) as [PaperChoice, SectionChoice];
    // The server knows of which moment the picture is.
    return planPages({ ...scene, caption: drawn.caption ?? scene.caption }, chosenPaper, chosenSections);
  }, [scene, choices, drawn]);
  if (scene === null) return { pages: null, drawing: null, error };
  // A drawing that is narrower than its words has its room at the right.
  const marginPx = Math.max(0, (drawn.heightPx - scene.height) / 2);
  return { pages, drawing: { ...drawn, url, marginPx, background: scene.background, mutedColor: scene.mutedColor }, error };
}
