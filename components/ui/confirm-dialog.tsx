"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { ProblemNotice } from "./problem-notice";

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ open, onOpenChange, title, children, action, keep = "Keep", busy, error, onConfirm }: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  /** The word of the way out. */
  keep?: string;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{keep}</Button>
          <Button look="danger" disabled={busy} onClick={onConfirm}>{busy ? "Working…" : action}</Button>
        </>
      }
    >
      <div className="text-muted">{children}</div>
      {error !== null && error !== undefined && <ProblemNotice error={error} className="mt-4" />}
    </Dialog>
  );
}
