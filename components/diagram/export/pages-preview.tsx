"use client";

import type { ExportOptions, ExportWish } from "@/lib/api-client";
import type { FormatChoice } from "@/lib/core/api/choices";
import { counted, number } from "../../data/words";
import { PageSheet } from "../print/page-sheet";
import { PrintedPages } from "../print/printed-pages";
import { PreviewGround } from "./export-preview";
import type { ExportSubject } from "./export-subject";
import { paperOf } from "./paper-of";

/** More sheets are told of, not shown. */
const mostSheets = 12;

/** A PDF as the sheets that it has: browsers show the file itself only with a plug-in, which this page may not run. */
export function PagesPreview({ diagram, wish, format, options }: { diagram: ExportSubject["diagram"]; wish: ExportWish; format: FormatChoice; options: ExportOptions }) {
  const { paper, sections, hasBackground } = paperOf(format, options);
  return (
    <PrintedPages diagram={diagram} wish={wish} paper={paper} sections={sections} waiting={<PreviewGround isBusy isLate words={null}>{null}</PreviewGround>}>
      {(pages, drawing) => (
        <PreviewGround isBusy={false} isLate={false} words={pages.length > mostSheets ? `The first ${mostSheets} of ${number(pages.length)} pages` : counted(pages.length, "page")}>
          <div tabIndex={0} role="group" aria-label="Preview of the export" className="flex min-h-0 flex-1 flex-wrap content-start justify-center gap-4 overflow-y-auto p-4 focus-visible:-outline-offset-2">
            {pages.slice(0, mostSheets).map((page, index) => (
              <PageSheet
                key={index}
                page={page}
                drawing={hasBackground ? drawing : { ...drawing, background: "#ffffff" }}
                label={`Page ${index + 1}`}
                className={pages.length === 1 ? "max-h-full w-full [filter:drop-shadow(var(--shadow-2))]" : "h-auto w-[min(100%,280px)] self-start [filter:drop-shadow(var(--shadow-2))]"}
              />
            ))}
          </div>
        </PreviewGround>
      )}
    </PrintedPages>
  );
}
