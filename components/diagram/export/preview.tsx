"use client";

import { Eye } from "lucide-react";
import { useState } from "react";
import { exportUrl, type ExportWish } from "@/lib/api-client";
import { onDemand } from "../../ui/on-demand";
import { EmptyState } from "../../ui/empty-state";
import { ExportPreview } from "./export-preview";
import type { ExportSubject } from "./export-subject";
import { fitsInAddress, type ExportChoice } from "./export-wish";
import { drawingWish, previewKindOf } from "./preview-wish";
import { useExportFile } from "./use-export-file";

/** Makes a scene in the page: only those who want a PDF wait for what that takes. */
const PagesPreview = onDemand(() => import("./pages-preview").then((module) => module.PagesPreview));

/** With more boxes a picture takes seconds, and is drawn when somebody asks for it. */
const mostAtOnce = 2_500;

interface PreviewState {
  file: ReturnType<typeof useExportFile>;
  isLarge: boolean;
  /** It is small, or was asked for. */
  isAsked: boolean;
  ask: () => void;
  /** Of the file that will be saved. */
  filename: string;
}

/** What is shown of the export before it is saved. */
export function usePreview({ diagram, count }: Pick<ExportSubject, "diagram" | "count">, choice: ExportChoice | null, wish: ExportWish | null): PreviewState {
  const address = wish === null ? null : exportUrl(diagram.id, wish);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const isLarge = (choice?.scope.wish.select?.length ?? count) > mostAtOnce;
  const isAsked = !isLarge || (askedFor !== null && askedFor === address);
  const shown = choice === null || wish === null || address === null || !isAsked || !fitsInAddress(address) ? null : shownWish(choice, wish);
  const file = useExportFile(diagram, shown);
  return { file, isLarge, isAsked, ask: () => setAskedFor(address), filename: filenameOf(choice, wish, file.data) };
}

/** What the server is asked for. Null: it is no single file. */
function shownWish({ format, options }: ExportChoice, wish: ExportWish): ExportWish | null {
  const kind = previewKindOf(format);
  if (kind === "itself") return wish;
  return kind === "pages" ? null : drawingWish(wish, { background: options.background ?? "theme" });
}

export function Preview({ subject, choice, wish, preview }: { subject: ExportSubject; choice: ExportChoice; wish: ExportWish; preview: PreviewState }) {
  const { diagram, count } = subject;
  const { format, options } = choice;
  if (!fitsInAddress(exportUrl(diagram.id, wish))) {
    return <EmptyState icon={<Eye size={24} aria-hidden />} title="A large selection">So many resources are drawn in the background: Download begins with it.</EmptyState>;
  }
  const kind = previewKindOf(format);
  if (kind === "pages" && preview.isAsked) return <PagesPreview diagram={diagram} wish={wish} format={format} options={options} />;
  return <ExportPreview file={preview.file} count={count} isAsked={preview.isAsked} onAsk={preview.ask} remark={kind === "picture" ? remarks.moves : null} isItself={kind === "itself"} />;
}

const remarks = { moves: "The file is a page of its own: it can be dragged, zoomed and searched in any browser." };

/** As the server calls it, as far as it has said so. */
function filenameOf(choice: ExportChoice | null, wish: ExportWish | null, shown: ReturnType<typeof useExportFile>["data"]): string {
  const told = shown?.file.filename ?? null;
  if (choice === null) return "diagram";
  if (told !== null && shown?.wish.format === wish?.format) return told;
  return `${told === null ? "diagram" : told.replace(/\.[^.]+$/, "")}.${choice.format.extension}`;
}
