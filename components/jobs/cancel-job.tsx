"use client";

import { CircleX } from "lucide-react";
import { useEffect, useState } from "react";
import type { JobKind } from "@/lib/core/job/job";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { keepFocus } from "../ui/keep-focus";
import { useJobActions } from "./use-job-actions";

const words = {
  discovery: { noun: "discovery", outcome: "What it has seen so far is kept and shown. Nothing that it has not looked at is removed, and the rest can be looked at later." },
  export: { noun: "export", outcome: "There will be no file. The diagram stays as it is, and can be exported again." },
} as const;

export function isCancellable(kind: JobKind): kind is keyof typeof words {
  return kind in words;
}

/** Cancels a job after saying what becomes of it. `name`: of what it is, where there are several. */
export function CancelJob({ id, kind, name }: { id: string; kind: keyof typeof words; name?: string }) {
  const { noun, outcome } = words[kind];
  const [isAsking, setAsking] = useState(false);
  const { cancel } = useJobActions(id);
  // It goes with the end of the job, and its dialog with it.
  useEffect(() => keepFocus, []);
  const isCancelling = cancel.isPending || cancel.isSuccess;
  return (
    <>
      <Button size="small" disabled={isCancelling} aria-label={name === undefined ? undefined : `Cancel the ${noun} of ${name}`} onClick={() => setAsking(true)}>
        <CircleX size={14} aria-hidden /> {isCancelling ? "Cancelling…" : "Cancel"}
      </Button>
      <ConfirmDialog open={isAsking} onOpenChange={setAsking} title={`Cancel this ${noun}?`} action={`Cancel ${noun}`} keep="Go on" busy={cancel.isPending} error={cancel.error} onConfirm={() => cancel.mutate(undefined, { onSuccess: () => setAsking(false) })}>
        {outcome}
      </ConfirmDialog>
    </>
  );
}
