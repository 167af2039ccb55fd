"use client";

import { useId, useRef, useState, type ReactNode } from "react";
import { classNames } from "./class-names";

const gapPx = 4;
const edgePx = 8;
const sizes = { small: "w-44 p-1", usual: "w-80 p-3" } as const;

/**
 * A button with a panel below it. The browser's own popover: it lies above everything, closes on Escape and on a press
 * elsewhere, gives the focus back, and needs no library. `children` are drawn only while it is open.
 */
export function Popover({ label, buttonLabel, button, className, size = "usual", children }: {
  label: string;
  /** The button's name where it shows only an icon. */
  buttonLabel?: string;
  button: ReactNode;
  className?: string;
  size?: keyof typeof sizes;
  children: ReactNode;
}) {
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
      <button ref={trigger} type="button" popoverTarget={id} aria-expanded={isOpen} aria-label={buttonLabel} className={className}>{button}</button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        style={place}
        onBeforeToggle={(event) => {
          if (event.newState === "open") setOpen(true);
        }}
        onToggle={(event) => {
          if (event.newState === "open") open(event.currentTarget);
          // Not before: what had the focus must still be there for the browser to give it back to the button.
          else setOpen(false);
        }}
        className={classNames("fixed m-0 max-h-[calc(100dvh-16px)] max-w-[calc(100vw-16px)] overflow-y-auto rounded-card border border-hairline bg-surface text-ink shadow-2", sizes[size])}
      >
        {isOpen && children}
      </div>
    </>
  );
}
