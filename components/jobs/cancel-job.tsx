"use client";

import { CircleX } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { keepFocus } from "../ui/keep-focus";
import { useJobActions } from "./use-job-actions";

/** Cancels a discovery after saying what becomes of what it has seen. `name`: of what it discovers, where there are several. */
export function CancelJob({ id, name }: { id: string; name?: string }) {
  const [isAsking, setAsking] = useState(false);
  const { cancel } = useJobActions(id);
  // It goes with the end of the job, and its dialog with it.
  useEffect(() => keepFocus, []);
  const isCancelling = cancel.isPending || cancel.isSuccess;
  return (
    <>
      <Button size="small" disabled={isCancelling} aria-label={name === undefined ? undefined : `Cancel the discovery of ${name}`} onClick={() => setAsking(true)}>
        <CircleX size={14} aria-hidden /> {isCancelling ? "Cancelling…" : "Cancel"}
      </Button>
      <ConfirmDialog open={isAsking} onOpenChange={setAsking} title="Cancel this discovery?" action="Cancel discovery" keep="Go on" busy={cancel.isPending} error={cancel.error} onConfirm={() => cancel.mutate(undefined, { onSuccess: () => setAsking(false) })}>
        What it has seen so far is kept and shown. Nothing that it has not looked at is removed, and the rest can be looked at later.
      </ConfirmDialog>
    </>
  );
}
