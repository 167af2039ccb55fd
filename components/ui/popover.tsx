"use client";

import { useEffect, useId, useRef, useState, type ComponentProps, type ReactNode, type RefObject } from "react";
import { classNames } from "./class-names";
import { placeFloating } from "./place-floating";

const gapPx = 4;
const sizes = { small: "w-44 p-1", usual: "w-80 p-3", wide: "w-[min(480px,calc(100vw-32px))] p-4" } as const;

/**
 * A button with a panel below it. The browser's own popover: it lies above everything, closes on Escape and on a press
 * elsewhere, gives the focus back, and needs no library. `children` are drawn only while it is open; they may close it.
 */
export function Popover({ label, button, buttonLabel, size = "usual", anchor, children, ...rest }: Omit<ComponentProps<"button">, "children" | "ref"> & {
  label: string;
  /** The button's name where it shows only an icon. */
  buttonLabel?: string;
  button: ReactNode;
  size?: keyof typeof sizes;
  /** What the panel stands below, where it is not the button. */
  anchor?: RefObject<Element | null>;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const spot = anchor?.current ?? trigger.current;
    if (isOpen && panel.current !== null && spot !== null) return placeFloating(panel.current, spot, "start", gapPx);
    return undefined;
  }, [isOpen, anchor]);

  return (
    <>
      <button ref={trigger} type="button" popoverTarget={id} aria-expanded={isOpen} aria-label={buttonLabel} {...rest}>{button}</button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={(event) => {
          if (event.newState === "open") setOpen(true);
        }}
        onToggle={(event) => {
          // Not before: what had the focus must still be there for the browser to give it back to the button.
          if (event.newState === "closed") setOpen(false);
        }}
        className={classNames("fixed m-0 max-h-[calc(100dvh-16px)] max-w-[calc(100vw-16px)] overflow-y-auto rounded-card border border-hairline bg-surface text-base whitespace-normal text-ink shadow-2", sizes[size])}
      >
        {isOpen && (typeof children === "function" ? children(() => document.getElementById(id)?.hidePopover()) : children)}
      </div>
    </>
  );
}
