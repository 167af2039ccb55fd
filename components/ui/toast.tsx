"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleCheck, OctagonX, X } from "lucide-react";
import { useCallback, type ReactNode } from "react";

export interface ToastText {
  title: string;
  description?: string;
  kind?: "done" | "error";
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed end-4 bottom-20 z-60 flex w-[calc(100vw-32px)] flex-col gap-2 sm:bottom-4 sm:w-90">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Errors stay until they are closed; what went well goes by itself. */
export function useToast(): (text: ToastText) => void {
  const { add } = Toast.useToastManager();
  return useCallback(
    ({ title, description, kind = "done" }: ToastText) => {
      add({ title, ...(description === undefined ? {} : { description }), type: kind, timeout: kind === "error" ? 0 : 5000, priority: kind === "error" ? "high" : "low" });
    },
    [add],
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="flex items-start gap-3 rounded-card border border-hairline bg-surface p-3 text-ink shadow-2 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
      {toast.type === "error" ? <OctagonX size={16} className="mt-px shrink-0 text-danger" aria-hidden /> : <CircleCheck size={16} className="mt-px shrink-0 text-ok" aria-hidden />}
      <div className="min-w-0 flex-1">
        <Toast.Title className="font-medium break-words" />
        <Toast.Description className="break-words text-muted" />
      </div>
      <Toast.Close aria-label="Dismiss" className="-m-1 inline-flex size-6 items-center justify-center rounded-chip hover:bg-hover"><X size={14} aria-hidden /></Toast.Close>
    </Toast.Root>
  ));
}
