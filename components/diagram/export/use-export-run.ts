"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { cancelJob, fetchExport, jobFileUrl, startExport, type ExportWish } from "@/lib/api-client";
import type { FormatChoice } from "@/lib/core/api/choices";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { CloudVizError } from "@/lib/core/error";
import type { Job } from "@/lib/core/job/job";
import { useToast } from "../../ui/toast";
import { ClipboardRefused, copyExport } from "./copy-export";
import { followJob } from "./follow-job";
import { saveFile, saveFrom } from "./save-file";

/** How often a job is asked for while its progress is looked at, and while it is not. */
const askSeconds = { inSight: 1, inBackground: 20 } as const;

/** Downloads and copies an export. What is large is made in the background and is offered when it is done, wherever the person is then. */
export function useExportRun(diagram: Diagram, onClose: () => void) {
  const toast = useToast();
  const [job, setJob] = useState<Job | null>(null);
  const watching = useRef<AbortController | null>(null);
  useEffect(() => () => watching.current?.abort(), []);

  const download = useMutation({
    mutationFn: async ({ wish, filename, isLarge }: { wish: ExportWish; filename: string; isLarge: boolean }) => {
      if (isLarge) return drawInBackground(wish);
      const { content, filename: told } = await fetchExport(diagram.id, wish);
      saveFile(content, told ?? filename);
      toast({ title: "Exported", description: told ?? filename });
    },
  });
  const copy = useMutation({
    mutationFn: ({ wish, format }: { wish: ExportWish; format: FormatChoice }) => copyExport(diagram.id, wish, format),
    onSuccess: (_, { format }) => toast({ title: `${format.label} copied` }),
    onError: (error) => error instanceof ClipboardRefused && toast({ kind: "error", title: "Not copied", description: "The browser does not let this page use the clipboard. Download the file instead." }),
  });
  const cancel = useMutation({ mutationFn: async (running: Job) => setJob(await cancelJob(running.id)) });

  async function drawInBackground(wish: ExportWish) {
    const own = new AbortController();
    watching.current = own;
    const started = await startExport(diagram.id, wish);
    setJob(started);
    const ended = await followJob(started.id, askSeconds.inSight, { signal: own.signal, onStep: setJob }).catch((error: unknown) => {
      if (own.signal.aborted) return null;
      throw error;
    });
    if (ended === null || ended.status === "cancelled") return setJob(null);
    setJob(null);
    if (ended.status !== "succeeded") throw new CloudVizError("internal", ended.error ?? "The export did not come to its end.");
    saveFrom(jobFileUrl(ended.id));
    toast({ title: "Exported", description: ended.export?.filename ?? diagram.title });
  }

  function leaveInBackground(running: Job) {
    watching.current?.abort();
    onClose();
    const failed = (description: string) => toast({ kind: "error", title: `${diagram.title} was not exported`, description });
    followJob(running.id, askSeconds.inBackground).then(
      ({ id, status, error }) => {
        if (status === "succeeded") toast({ title: `${diagram.title} is exported`, stays: true, action: { label: "Download", run: () => saveFrom(jobFileUrl(id)) } });
        else if (status !== "cancelled") failed(error ?? "The export did not come to its end.");
      },
      () => failed("Nothing was heard of it any more. The page of jobs tells how it went on."),
    );
  }

  const refused = copy.error instanceof ClipboardRefused ? null : copy.error;
  return { job, download, copy, cancel, leaveInBackground, error: download.error ?? refused };
}
