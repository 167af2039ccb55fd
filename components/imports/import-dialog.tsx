"use client";

import { CircleCheck, FileUp, OctagonX, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { createDiagram } from "@/lib/api-client";
import { useImporters } from "../data/queries";
import { counted } from "../data/words";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ProblemNotice } from "../ui/problem-notice";
import { ImportableFiles } from "./importable-files";
import { useImportQueue, type QueuedImport } from "./use-import-queue";

/** `files`: all that were given on this page so far, in their order. */
export function ImportDialog({ open, onOpenChange, files, onFiles }: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  files: readonly File[];
  onFiles: (files: readonly File[]) => void;
}) {
  const { queue, cancel, clear } = useImportQueue(files);
  const done = queue.filter(({ state }) => state.status === "done");
  const busy = queue.some(({ state }) => state.status === "sending" || state.status === "waiting");

  function changeOpen(next: boolean) {
    onOpenChange(next);
    if (!next) clear();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={changeOpen}
      wide
      title="Import files"
      description="Files become an inventory and a diagram, several of them one. Secrets in them are dropped before anything is stored."
      footer={queue.length === 0 ? undefined : <Footer done={done} busy={busy} onClose={() => changeOpen(false)} />}
    >
      <FilePicker onFiles={onFiles} compact={queue.length > 0} />
      <ImportableFiles />
      {queue.length > 0 && (
        <ul className="mt-4 flex flex-col gap-3" aria-label="Files" aria-live="polite">
          {queue.map((entry) => <ImportRow key={entry.id} entry={entry} onCancel={() => cancel(entry.id)} />)}
        </ul>
      )}
    </Dialog>
  );
}

function Footer({ done, busy, onClose }: { done: readonly QueuedImport[]; busy: boolean; onClose: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [opening, setOpening] = useState(false);

  async function openDiagram() {
    setOpening(true);
    try {
      const connections = [...new Set(done.flatMap(({ state }) => (state.status === "done" ? [state.answer.connection] : [])))];
      const [first] = connections;
      const one = connections.every(({ id }) => id === first?.id) ? first : undefined;
      const diagram = await createDiagram({ title: one?.name ?? "Imported files", source: { filter: one === undefined ? "" : `source=${one.id}`, at: null } });
      await client.invalidateQueries({ queryKey: ["diagrams"] });
      router.push(`/d/${diagram.id}`);
    } catch (thrown) {
      setError(thrown);
      setOpening(false);
    }
  }

  return (
    <>
      {error !== null && <ProblemNotice error={error} className="w-full" />}
      <Button onClick={onClose}>{busy ? "Hide" : "Close"}</Button>
      {done.length > 0 && !busy && <Button look="primary" disabled={opening} onClick={openDiagram}>{opening ? "Opening…" : "Open as a diagram"}</Button>}
    </>
  );
}

function FilePicker({ onFiles, compact }: { onFiles: (files: readonly File[]) => void; compact: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={`flex items-center rounded-card border border-dashed border-control bg-frame ${compact ? "gap-3 p-3" : "flex-col gap-3 px-4 py-8 text-center"}`}>
      <FileUp size={compact ? 18 : 26} aria-hidden className="shrink-0 text-muted" />
      <p className="flex-1 text-muted">{compact ? "Drop more files, or" : "Drop Terraform states and plans, ARM templates, exports of Azure and Google Cloud anywhere on this page, or"}</p>
      <Button look={compact ? "plain" : "primary"} onClick={() => input.current?.click()}>Choose files</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file again must be a change too.
          event.target.value = "";
        }}
      />
    </div>
  );
}

function ImportRow({ entry: { file, state }, onCancel }: { entry: QueuedImport; onCancel: () => void }) {
  const { data: importers } = useImporters();
  return (
    <li className="rounded-card border border-hairline p-3">
      <div className="flex items-center gap-3">
        {state.status === "done" && <CircleCheck size={16} aria-hidden className="shrink-0 text-ok" />}
        {state.status === "failed" && <OctagonX size={16} aria-hidden className="shrink-0 text-danger" />}
        <p className="min-w-0 flex-1 truncate font-medium" title={file.name}>{file.name}</p>
        <span className="text-sm text-muted tabular-nums">{words(state)}</span>
        {(state.status === "sending" || state.status === "waiting") && (
          <button type="button" aria-label={`Cancel ${file.name}`} onClick={onCancel} className="inline-flex size-6 items-center justify-center rounded-chip hover:bg-hover"><X size={14} aria-hidden /></button>
        )}
      </div>
      {state.status === "sending" && (
        <div role="progressbar" aria-label={`Sending ${file.name}`} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(state.share * 100)} className="mt-2 h-1 overflow-hidden rounded-full bg-hover">
          <div className={`h-full bg-primary transition-[width] duration-150 ${state.share >= 1 ? "animate-pulse" : ""}`} style={{ width: `${state.share * 100}%` }} />
        </div>
      )}
      {state.status === "done" && (
        <>
          <p className="mt-1 text-sm text-muted">{[importers?.find(({ id }) => id === state.answer.connection.source)?.label, result(state.answer.job.result)].filter((part) => part !== undefined).join(" · ")}</p>
          {state.answer.notices.map((notice) => <p key={notice} className="mt-1 text-sm break-words text-warn">{notice}</p>)}
        </>
      )}
      {state.status === "failed" && <ProblemNotice error={state.error} className="mt-2" />}
    </li>
  );
}

function words(state: QueuedImport["state"]): string {
  switch (state.status) {
    case "waiting":
      return "Waiting";
    case "sending":
      return state.share >= 1 ? "Reading…" : `${Math.round(state.share * 100)} %`;
    case "done":
      return "Imported";
    case "failed":
      return "Not imported";
    case "cancelled":
      return "Cancelled";
  }
}

function result(result: { resources: number; edges: number; added: number; changed: number; gone: number } | null): string {
  if (result === null) return "Done";
  const parts = [counted(result.resources, "resource"), counted(result.edges, "relationship")];
  if (result.added > 0) parts.push(`${result.added} new`);
  if (result.changed > 0) parts.push(`${result.changed} changed`);
  if (result.gone > 0) parts.push(`${result.gone} gone`);
  return parts.join(" · ");
}
