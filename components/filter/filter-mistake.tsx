"use client";

import type { RefObject } from "react";
import { Floating } from "../ui/floating";

/** What is wrong with the filter, below its box: floating, so that nothing on the page moves. Null = nothing. */
export function FilterMistake({ id, anchor, message }: { id: string; anchor: RefObject<HTMLElement | null>; message: string | null }) {
  if (message === null) return null;
  return (
    <Floating id={id} role="alert" anchor={anchor} gapPx={6} className="max-w-[min(420px,calc(100vw-32px))] rounded-card border border-danger bg-danger-ground px-3 py-2 text-sm break-words text-ink shadow-2">
      {message}
    </Floating>
  );
}
