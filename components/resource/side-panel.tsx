"use client";

import { X } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";

/** Beside the content on wide screens, over its lower part on a phone. Esc closes it. */
export function SidePanel({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const element = panel.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) close.current();
    };
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, []);
  return (
    <aside
      ref={panel}
      aria-label={label}
      className="z-10 flex min-h-0 flex-col border-hairline bg-surface max-sm:absolute max-sm:inset-x-0 max-sm:bottom-0 max-sm:h-[62%] max-sm:rounded-t-frame max-sm:border-t max-sm:shadow-2 sm:w-[380px] sm:shrink-0 sm:border-s"
    >
      <button type="button" aria-label="Close details" onClick={onClose} className="absolute end-2 top-2 z-10 inline-flex size-8 items-center justify-center rounded-card hover:bg-hover max-sm:end-3 max-sm:top-3 sm:static sm:order-first sm:-mb-10 sm:me-2 sm:mt-2 sm:self-end">
        <X size={16} aria-hidden />
      </button>
      {children}
    </aside>
  );
}
