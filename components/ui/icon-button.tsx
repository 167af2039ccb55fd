"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A square button that shows only an icon; `label` is its name and its tooltip. */
export function IconButton({ label, className, children, ...rest }: ComponentProps<"button"> & { label: string }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        delay={400}
        render={
          <button
            type="button"
            aria-label={label}
            className={classNames(
              "inline-flex size-8 shrink-0 items-center justify-center rounded-card text-ink transition-colors duration-150 hover:not-disabled:bg-hover disabled:opacity-55",
              className,
            )}
            {...rest}
          >
            {children}
          </button>
        }
      />
      <TooltipText>{label}</TooltipText>
    </Tooltip.Root>
  );
}

export function TooltipText({ children, side = "bottom" }: { children: string; side?: "bottom" | "right" }) {
  return (
    <Tooltip.Portal>
      <Tooltip.Positioner sideOffset={6} side={side} className="z-60">
        <Tooltip.Popup className="max-w-80 rounded-chip bg-ink px-2 py-1 text-sm break-words text-canvas shadow-2">{children}</Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  );
}
