"use client";

import { useId, useRef, useState, type ReactNode } from "react";
import { classNames } from "./class-names";

const gapPx = 4;
const edgePx = 8;

/**
 * A button with a panel below it. The browser's own popover: it lies above everything, closes on Escape and on a press
 * elsewhere, gives the focus back, and needs no library. `children` are drawn only while it is open.
 */
export function Popover({ label, button, className, children }: { label: string; button: ReactNode; className?: string; children: ReactNode }) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  function open(panel: HTMLElement) {
    const anchor = trigger.current?.getBoundingClientRect();
    if (anchor === undefined) return;
    const left = Math.max(edgePx, Math.min(anchor.left, document.documentElement.clientWidth - panel.offsetWidth - edgePx));
    const top = Math.max(edgePx, Math.min(anchor.bottom + gapPx, document.documentElement.clientHeight - panel.offsetHeight - edgePx));
    setPlace({ left, top });
  }

  return (
    <>
      <button ref={trigger} type="button" popoverTarget={id} aria-expanded={isOpen} className={className}>{button}</button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        style={place}
        onBeforeToggle={(event) => setOpen(event.newState === "open")}
        onToggle={(event) => {
          if (event.newState === "open") open(event.currentTarget);
        }}
        className={classNames("fixed m-0 max-h-[calc(100dvh-16px)] w-80 max-w-[calc(100vw-16px)] overflow-y-auto rounded-card border border-hairline bg-surface p-3 text-ink shadow-2")}
      >
        {isOpen && children}
      </div>
    </>
  );
}
