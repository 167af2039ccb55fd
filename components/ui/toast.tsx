"use client";

import { CircleCheck, OctagonX, X } from "lucide-react";
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from "react";

export interface ToastText {
  title: string;
  description?: string;
  kind?: "done" | "error";
  /** A button in the toast, such as Undo; the toast closes with it. */
  action?: { label: string; run: () => void };
}

const shownMs = { plain: 5000, withAction: 10_000 } as const;
/** More at once cover the page. */
const most = 4;

const AddToast = createContext<(text: ToastText) => void>(() => {
  throw new Error("useToast needs a ToastProvider around it");
});

/** Errors stay until they are closed; what went well goes by itself. */
export function useToast(): (text: ToastText) => void {
  return use(AddToast);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (ToastText & { id: number })[]>([]);
  const nextId = useRef(1);
  const add = useCallback((text: ToastText) => {
    const id = nextId.current++;
    setToasts((shown) => [...shown.slice(1 - most), { ...text, id }]);
  }, []);
  const close = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  return (
    <AddToast value={add}>
      {children}
      {/* There before anything is said in it: screen readers announce what is added to a live region. */}
      <section aria-label="Notifications" aria-live="polite" className="pointer-events-none fixed end-4 bottom-20 z-60 flex w-[calc(100vw-32px)] flex-col gap-2 sm:bottom-4 sm:w-90">
        {toasts.map(({ id, ...text }) => <ToastNote key={id} id={id} text={text} onClose={close} />)}
      </section>
    </AddToast>
  );
}

function ToastNote({ id, text, onClose }: { id: number; text: ToastText; onClose: (id: number) => void }) {
  const { title, description, kind = "done", action } = text;
  const hasAction = action !== undefined;
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (kind === "error" || isHeld) return;
    const timer = setTimeout(() => onClose(id), hasAction ? shownMs.withAction : shownMs.plain);
    return () => clearTimeout(timer);
  }, [id, kind, hasAction, isHeld, onClose]);
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
