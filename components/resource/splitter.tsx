"use client";

import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { classNames } from "../ui/class-names";

export interface SplitterProps {
  label: string;
  /** `start`: at the start side of a panel, which it makes wider; `top`: above a panel, which it makes higher. */
  edge: "start" | "top";
  /** Size of the panel, in the unit of `min` and `max`. */
  value: number;
  min: number;
  max: number;
  step: number;
  /** How many px one unit is. */
  unitPx: () => number;
  onChange: (value: number) => void;
  className?: string;
}

/** The edge of a panel, by which a pointer or the arrow keys size it; Home and End are the least and the most. */
export function Splitter({ label, edge, value, min, max, step, unitPx, onChange, className }: SplitterProps) {
  const drag = useRef<{ at: number; from: number } | null>(null);
  const isUpright = edge === "start";

  function set(next: number) {
    onChange(Math.round(Math.min(max, Math.max(min, next))));
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    drag.current = { at: isUpright ? event.clientX : event.clientY, from: value };
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (drag.current === null) return;
    const moved = (isUpright ? event.clientX : event.clientY) - drag.current.at;
    const grows = isUpright && getComputedStyle(event.currentTarget).direction === "rtl" ? moved : -moved;
    set(drag.current.from + grows / unitPx());
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const steps: Record<string, number> = { [isUpright ? "ArrowLeft" : "ArrowUp"]: value + step, [isUpright ? "ArrowRight" : "ArrowDown"]: value - step, Home: min, End: max };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isUpright ? "vertical" : "horizontal"}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onKeyDown={onKeyDown}
      className={classNames("group flex touch-none items-center justify-center outline-none", isUpright ? "cursor-col-resize" : "cursor-row-resize", className)}
    >
      <span aria-hidden className={classNames("rounded-full bg-control transition-opacity duration-150", "group-focus-visible:bg-focus", isUpright ? "h-8 w-1 opacity-0 group-hover:opacity-100 group-focus-visible:h-full group-focus-visible:opacity-100" : "h-1 w-10 group-focus-visible:w-full")} />
    </div>
  );
}
