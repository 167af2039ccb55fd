"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { RefObject } from "react";

/** What is wrong with the filter, below its box: floating, so that nothing on the page moves. Null = nothing. */
export function FilterMistake({ id, anchor, message }: { id: string; anchor: RefObject<HTMLElement | null>; message: string | null }) {
  return (
    <Tooltip.Root open={message !== null}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} side="bottom" align="start" sideOffset={6} className="z-50">
          <Tooltip.Popup id={id} role="alert" className="max-w-[min(420px,calc(100vw-32px))] rounded-card border border-danger bg-danger-ground px-3 py-2 text-sm break-words text-ink shadow-2">
            {message}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
