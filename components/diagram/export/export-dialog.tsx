"use client";

import { Copy, Download } from "lucide-react";
import { useState, type FormEvent } from "react";
import { exportUrl } from "@/lib/api-client";
import type { FormatChoice } from "@/lib/core/api/choices";
import { useFormats } from "../../data/queries";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { ProblemNotice } from "../../ui/problem-notice";
import { SkeletonRows } from "../../ui/skeleton";
import { CommandLines } from "./command-lines";
import { canCopy } from "./copy-export";
import { ExportOptionFields } from "./export-options";
import { exportSubjectOf, type ShownDiagram } from "./export-subject";
import { fitsInAddress, wishOf } from "./export-wish";
import { JobFooter } from "./job-footer";
import { Preview, usePreview } from "./preview";
import { useExportChoices } from "./use-export-choices";
import { useExportRun } from "./use-export-run";

const formId = "export";
const none: readonly FormatChoice[] = [];

/** A diagram as a file: what it will look like on the left, what can be chosen on the right. */
export function ExportDialog({ shown, onClose }: { shown: ShownDiagram; onClose: () => void }) {
  const subject = exportSubjectOf(shown);
  const { diagram } = subject;
  const { data: formats = none, error: noFormats, refetch } = useFormats();
  const choices = useExportChoices(subject, formats);
  const { choice } = choices;
  const wish = choice === null ? null : wishOf(subject, choice);
  const preview = usePreview(subject, choice, wish);
  const { job, download, copy, cancel, leaveInBackground, error } = useExportRun(diagram, onClose);
  const fits = wish !== null && fitsInAddress(exportUrl(diagram.id, wish, true));
  const [failedWith, setFailedWith] = useState<string | null>(null);
  const asked = wish === null ? null : exportUrl(diagram.id, wish);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (wish === null || job !== null || download.isPending) return;
    setFailedWith(asked);
    download.mutate({ wish, filename: preview.filename, isLarge: preview.isLarge || !fits });
  }

  function copyIt(format: FormatChoice) {
    if (wish === null) return;
    setFailedWith(asked);
    copy.mutate({ wish, format });
  }

  return (
    <Dialog
      open
      // Who closes it does not mean what is being drawn.
      onOpenChange={job === null ? onClose : () => leaveInBackground(job)}
      full
      title={`Export ${diagram.title}`}
      footer={
        job !== null ? (
          <JobFooter job={job} onLeave={() => leaveInBackground(job)} onCancel={() => cancel.mutate(job)} isCancelling={cancel.isPending} />
        ) : (
          <>
            {choice !== null && canCopy(choice.format) && <Button className="me-auto" disabled={copy.isPending || !fits} onClick={() => copyIt(choice.format)}><Copy size={14} aria-hidden /> {copy.isPending ? "Copying…" : `Copy ${choice.format.label}`}</Button>}
            <Button onClick={onClose}>Close</Button>
            <Button type="submit" form={formId} look="primary" disabled={wish === null || download.isPending}><Download size={15} aria-hidden /> {download.isPending ? "Drawing…" : "Download"}</Button>
          </>
        )
      }
    >
      <div className="grid h-full min-h-0 grid-rows-[minmax(200px,36dvh)_auto] lg:grid-cols-[minmax(0,1fr)_344px] lg:grid-rows-[minmax(0,1fr)]">
        <section aria-label="Preview" className="flex min-h-0 min-w-0 flex-col bg-frame max-lg:border-b lg:border-e border-hairline">
          {choice !== null && wish !== null && <Preview subject={subject} choice={choice} wish={wish} preview={preview} />}
        </section>
        <form id={formId} onSubmit={submit} noValidate className="flex min-h-0 min-w-0 flex-col gap-4 p-5 lg:overflow-y-auto">
          {noFormats !== null && <ProblemNotice error={noFormats} onRetry={() => void refetch()} />}
          {choice === null && noFormats === null && <SkeletonRows rows={6} label="Loading the formats" />}
          {choice !== null && wish !== null && (
            <>
              {/* What was refused before something else was chosen says nothing of that. */}
              {error !== null && failedWith === asked && <ProblemNotice error={error} />}
              <ExportOptionFields formats={formats} choice={choice} choices={choices} />
              <CommandLines diagramId={diagram.id} wish={fits ? wish : null} filename={preview.filename} />
            </>
          )}
        </form>
      </div>
    </Dialog>
  );
}
