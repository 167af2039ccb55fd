"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons below the content. */
  footer?: ReactNode;
  wide?: boolean;
  /** Takes what room there is, and leaves it to its content to scroll. On a phone all of it scrolls. */
  full?: boolean;
  /** A click beside it does not close it: for what is shown only once. */
  isHeld?: boolean;
}

/** A dialog in the middle of the screen; on a phone it takes the lower part. */
export function Dialog({ open, onOpenChange, title, description, children, footer, wide = false, full = false, isHeld = false }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={isHeld}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-shade transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={classNames(
            "fixed z-50 flex max-h-[calc(100dvh-32px)] flex-col border border-hairline bg-surface text-ink shadow-2 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0",
            "inset-x-0 bottom-0 rounded-t-frame sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-frame",
            full ? "sm:w-[min(1120px,calc(100vw-32px))] lg:h-[min(780px,calc(100dvh-32px))]" : wide ? "sm:w-[640px]" : "sm:w-[480px]",
          )}
        >
          <header className="flex items-start gap-3 border-b border-hairline px-5 py-4">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-lg font-semibold break-words">{title}</Base.Title>
              {description !== undefined && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
            </div>
            <Base.Close aria-label="Close" className="-mt-1 -me-2 inline-flex size-8 shrink-0 items-center justify-center rounded-card hover:bg-hover">
              <X size={16} aria-hidden />
            </Base.Close>
          </header>
          <div className={classNames("min-h-0 flex-1", full ? "max-lg:overflow-y-auto" : "overflow-y-auto px-5 py-4")}>{children}</div>
          {footer !== undefined && <footer className="flex flex-wrap justify-end gap-2 border-t border-hairline px-5 py-3">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
