"use client";

import { ArrowLeft, FileQuestion, Printer } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import { ApiError } from "@/lib/api-client";
import type { Page } from "@/lib/scene/page/plan-pages";
import { themeOf } from "@/lib/themes";
import { useDiagram } from "../../data/queries";
import { counted } from "../../data/words";
import { Button, buttonClass } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { ProblemNotice } from "../../ui/problem-notice";
import { Skeleton } from "../../ui/skeleton";
import { usualMarginMm } from "../export/paper-of";
import { lookOf, viewQueryOf } from "../state/diagram-look";
import { PageSheet } from "./page-sheet";
import { diagramHref } from "./print-href";
import { PrintToolbar } from "./print-toolbar";
import { usePrintUrl } from "./print-url";
import { PrintedPages } from "./printed-pages";
import type { PrintedDrawing } from "./use-printed-pages";
import "./print.css";

/** A diagram on sheets of paper, and nothing else when it is printed. */
export function PrintPage({ id }: { id: string }) {
  const { data: diagram, error, refetch } = useDiagram(id);
  const [url, setUrl] = usePrintUrl();
  const title = diagram?.title;
  useEffect(() => {
    // What a browser calls the PDF that it saves.
    if (title !== undefined) document.title = `${title} · CloudViz`;
  }, [title]);
  if (error !== null && diagram === undefined) {
    const isGone = error instanceof ApiError && error.status === 404;
    return isGone ? (
      <EmptyState icon={<FileQuestion size={28} aria-hidden />} title="There is no such diagram" actions={<Link href="/diagrams" className={buttonClass("primary")}>See all diagrams</Link>}>It was deleted, or the link is not complete.</EmptyState>
    ) : (
      <ProblemNotice error={error} onRetry={() => void refetch()} className="m-6" />
    );
  }
  if (diagram === undefined) return <WaitingSheet />;
  const { layout } = lookOf(diagram, { ...url, theme: null });
  const { paper, orientation, fit, legend, notes, theme } = url;
  return (
    <PrintedPages
      diagram={diagram}
      wish={{ ...viewQueryOf(url), theme, layout: layout.id, layoutOptions: layout.options }}
      paper={{ paper, orientation, fit, marginMm: usualMarginMm }}
      sections={{ header: true, legend, notes }}
      waiting={<WaitingSheet />}
    >
      {(pages, drawing) => (
        <>
          <PrintToolbar
            url={url}
            setUrl={(change) => void setUrl(change)}
            start={<Link href={diagramHref(id, url)} className={buttonClass("quiet", "close")}><ArrowLeft size={15} aria-hidden /> Back to the diagram</Link>}
            end={
              <>
                <p role="status" className="text-sm text-muted tabular-nums">{counted(pages.length, "page")}</p>
                <Button look="primary" autoFocus onClick={() => window.print()}><Printer size={15} aria-hidden /> Print</Button>
              </>
            }
          />
          <main id="content" data-paper={`${paper}-${isWide(pages[0]) ? "landscape" : "portrait"}`} className="print-pages" aria-label={`${diagram.title} on paper`}>
            {pages.map((page, index) => <PageSheet key={index} page={page} drawing={themeOf(theme).isDark ? drawing : onWhite(drawing)} label={`Page ${index + 1} of ${pages.length}`} className="print-sheet" />)}
          </main>
        </>
      )}
    </PrintedPages>
  );
}

function WaitingSheet() {
  return (
    <div role="status" aria-label="Drawing the pages" className="flex justify-center p-8">
      <Skeleton className="aspect-[1.414] w-full max-w-4xl rounded-chip" />
    </div>
  );
}

/** A light theme's ground would only cost ink. */
function onWhite(drawing: PrintedDrawing): PrintedDrawing {
  return { ...drawing, background: "#ffffff" };
}

function isWide(page: Page | undefined): boolean {
  return page !== undefined && page.width > page.height;
}
