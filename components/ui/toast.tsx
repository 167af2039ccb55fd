"use client";

import { createContext, use, useCallback, useRef, useState, type ReactNode } from "react";
import { onDemand } from "./on-demand";

export interface ToastText {
  title: string;
  description?: string;
  kind?: "done" | "error";
  /** A button in the toast, such as Undo; the toast closes with it. */
  action?: { label: string; run: () => void };
  /** Until somebody closes it: what was waited for, perhaps somewhere else. */
  stays?: boolean;
}

export interface Toast extends ToastText {
  id: number;
}

export interface ToastNotesProps {
  toasts: readonly Toast[];
  onClose: (id: number) => void;
}

/** Seldom anything is said. Where the server has gone, what is said of it is said all the same. */
const ToastNotes = onDemand<ToastNotesProps>(() => import("./toast-notes").then((module) => module.ToastNotes, () => PlainNotes));

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
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
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
        {toasts.length > 0 && <ToastNotes toasts={toasts} onClose={close} />}
      </section>
    </AddToast>
  );
}

function PlainNotes({ toasts }: ToastNotesProps) {
  return toasts.map(({ id, title, description }) => <p key={id} className="rounded-card border border-hairline bg-surface p-3 text-ink shadow-2">{title} {description}</p>);
}
