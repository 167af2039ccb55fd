"use client";

import { Eye, LoaderCircle, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { number } from "../../data/words";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { ProblemNotice } from "../../ui/problem-notice";
import { useObjectUrl } from "../../ui/use-object-url";
import { fileSize } from "./file-size";
import type { ExportSubject } from "./export-subject";
import type { useExportFile } from "./use-export-file";
import { useLate } from "./use-late";
import { useTextPreview } from "./use-text-preview";

export interface ExportPreviewProps {
  file: ReturnType<typeof useExportFile>;
  /** A word about what is shown where it is not the file itself. */
  remark: string | null;
  /** Not drawn without being asked for. */
  isAsked: boolean;
  count: ExportSubject["count"];
  onAsk: () => void;
  /** Whether what is shown is the very file. */
  isItself: boolean;
}

/** What the file will hold: drawn by the server with the very choices that the file is made with. */
export function ExportPreview({ file, remark, isAsked, isItself, count, onAsk }: ExportPreviewProps) {
  const { data, error, isFetching } = file;
  const isLate = useLate(isFetching);
  if (!isAsked) return <AskForPreview count={count} onAsk={onAsk} />;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void file.refetch()} className="m-4" />;
  return (
    <PreviewGround isBusy={isFetching} isLate={isLate} words={data === undefined ? null : isItself ? [data.file.filename, fileSize(data.file.content.size)].filter((part) => part !== null).join(" · ") : remark}>
      {data !== undefined && <FilePreview content={data.file.content} mediaType={data.file.mediaType} />}
    </PreviewGround>
  );
}

export function PreviewGround({ isBusy, isLate, words, children }: { isBusy: boolean; isLate: boolean; words: string | null; children: ReactNode }) {
  return (
    <div aria-busy={isBusy} className="flex min-h-0 flex-1 flex-col">
      <div className="relative flex min-h-0 flex-1 flex-col">
        {children}
        {isLate && (
          <p role="status" className="absolute inset-x-0 top-3 mx-auto flex w-fit items-center gap-2 rounded-full border border-hairline bg-surface px-3 py-1 text-sm shadow-1">
            <LoaderCircle size={14} aria-hidden className="animate-spin text-link" /> Drawing…
          </p>
        )}
      </div>
      {words !== null && <p className="shrink-0 border-t border-hairline px-4 py-2 text-sm text-muted tabular-nums">{words}</p>}
    </div>
  );
}

function FilePreview({ content, mediaType }: { content: Blob; mediaType: string }) {
  return mediaType.startsWith("image/") ? <PicturePreview content={content} /> : <TextFilePreview content={content} />;
}

function PicturePreview({ content }: { content: Blob }) {
  const url = useObjectUrl(content);
  if (url === null) return null;
  // The chequers are seen where the picture is transparent.
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center p-4">
      {/* oxlint-disable-next-line nextjs/no-img-element -- in this page's memory there is nothing to make smaller on the way */}
      <img src={url} alt="Preview of the export" className="chequered max-h-full max-w-full rounded-chip border border-hairline object-contain" />
    </div>
  );
}

function TextFilePreview({ content }: { content: Blob }) {
  const preview = useTextPreview(content);
  if (preview === undefined) return null;
  if (preview === null) return <EmptyState icon={<Eye size={24} aria-hidden />} title="No preview">A browser has no way to show this kind of file here. Download it to see it.</EmptyState>;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {preview.parts > 1 && <p role="status" className="flex shrink-0 items-center gap-2 bg-warn-ground px-4 py-2 text-sm text-ink"><TriangleAlert size={14} aria-hidden className="shrink-0 text-warn" /> More than Mermaid draws at once (500 lines, 50,000 characters): split into {number(preview.parts)} linked parts.</p>}
      <pre tabIndex={0} aria-label="Preview of the export" className="min-h-0 flex-1 overflow-auto p-4 font-mono text-xs focus-visible:-outline-offset-2">{preview.text}{preview.more > 0 && <span className="text-muted">{`\n… ${number(preview.more)} more ${preview.more === 1 ? "line" : "lines"}`}</span>}</pre>
    </div>
  );
}

function AskForPreview({ count, onAsk }: { count: number; onAsk: () => void }) {
  return (
    <EmptyState icon={<Eye size={24} aria-hidden />} title="A large diagram" actions={<Button onClick={onAsk}>Draw a preview</Button>}>
      {`${number(count)} boxes take a while to draw.`}
    </EmptyState>
  );
}
