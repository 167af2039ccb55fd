"use client";

import { CircleCheck, OctagonX, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { Toast, ToastNotesProps } from "./toast";

const shownMs = { plain: 5000, withAction: 10_000 } as const;

export function ToastNotes({ toasts, onClose }: ToastNotesProps) {
  return toasts.map((toast) => <ToastNote key={toast.id} toast={toast} onClose={onClose} />);
}

function ToastNote({ toast: { id, title, description, kind = "done", action, stays = false }, onClose }: { toast: Toast; onClose: (id: number) => void }) {
  const hasAction = action !== undefined;
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (kind === "error" || stays || isHeld) return;
    const timer = setTimeout(() => onClose(id), hasAction ? shownMs.withAction : shownMs.plain);
    return () => clearTimeout(timer);
  }, [id, kind, hasAction, stays, isHeld, onClose]);
  return (
    <div
      role={kind === "error" ? "alert" : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex items-start gap-3 rounded-card border border-hairline bg-surface p-3 text-ink shadow-2 transition-opacity duration-150 starting:opacity-0"
    >
      {kind === "error" ? <OctagonX size={16} className="mt-px shrink-0 text-danger" aria-hidden /> : <CircleCheck size={16} className="mt-px shrink-0 text-ok" aria-hidden />}
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{title}</p>
        {description !== undefined && <p className="break-words text-muted">{description}</p>}
      </div>
      {action !== undefined && (
        <button
          type="button"
          onClick={() => {
            action.run();
            onClose(id);
          }}
          className="-my-0.5 shrink-0 rounded-chip px-1.5 py-0.5 font-medium text-link hover:bg-hover"
        >
          {action.label}
        </button>
      )}
      <button type="button" aria-label="Dismiss" onClick={() => onClose(id)} className="-m-1 inline-flex size-6 shrink-0 items-center justify-center rounded-chip hover:bg-hover"><X size={14} aria-hidden /></button>
    </div>
  );
}
