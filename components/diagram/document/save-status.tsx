"use client";

import { CloudCheck, CloudOff, CloudUpload, GitMerge, OctagonX } from "lucide-react";
import { ApiError } from "@/lib/api-client";
import { buttonClass } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import type { DiagramDocument } from "./diagram-document";
import type { SaveState } from "./save-state";
import { useDocumentState } from "./use-diagram-document";

const clock = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Whether everything is saved, and what to do when it is not. */
export function SaveStatus({ document, onConflict }: { document: DiagramDocument; onConflict: () => void }) {
  const save = useDocumentState(document, (state) => state.save);
  const { text, short, title, icon: Icon, tone } = describe(save);
  const act = save.kind === "conflict" ? onConflict : save.kind === "offline" || save.kind === "refused" ? () => document.flush() : null;
  const words = (
    <>
      <Icon size={14} aria-hidden className="shrink-0" />
      <span className="@max-[1400px]/toolbar:sr-only">{text}</span>
      {short !== null && <span aria-hidden className="@min-[1400px]/toolbar:hidden @max-[600px]/toolbar:hidden">{short}</span>}
    </>
  );
  return (
    <>
      {act === null ? (
        <span title={title} className="inline-flex shrink-0 items-center gap-1.5 text-sm whitespace-nowrap text-muted tabular-nums">{words}</span>
      ) : (
        <button type="button" title={title} onClick={act} className={classNames(buttonClass("quiet", "small"), tone)}>{words}</button>
      )}
      {/* Saving goes on all the time; only trouble, and its end, are worth a word. */}
      <span role="status" className="sr-only">{act === null ? "" : title}</span>
    </>
  );
}

function describe(save: SaveState) {
  switch (save.kind) {
    case "saved":
      return save.at === null
        ? { text: "Saved", short: null, title: "Everything is saved", icon: CloudCheck, tone: "" }
        : { text: `Saved · ${clock.format(save.at)}`, short: null, title: `Saved at ${clock.format(save.at)}`, icon: CloudCheck, tone: "" };
    case "unsaved":
    case "saving":
      return { text: "Saving…", short: null, title: "The last changes are being saved", icon: CloudUpload, tone: "" };
    case "offline":
      return { text: "Not saved · Try now", short: "Not saved", title: "The server does not answer. Your changes are kept in this browser and saved as soon as it does.", icon: CloudOff, tone: "text-warn" };
    case "refused":
      return { text: "Not saved · Try again", short: "Not saved", title: save.error instanceof ApiError ? `Not saved: ${save.error.message}` : "Not saved: the server's answer made no sense.", icon: OctagonX, tone: "text-danger" };
    case "conflict":
      return { text: "Changed elsewhere · Choose", short: "Choose…", title: "Changed here and elsewhere: choose what counts", icon: GitMerge, tone: "text-warn" };
  }
}
