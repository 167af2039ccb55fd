"use client";

import { useLayoutEffect, useRef, type ComponentProps, type RefObject } from "react";
import { classNames } from "./class-names";
import { placeFloating, type FloatingAlign } from "./place-floating";

export type FloatingSpot = RefObject<Element | null> | { x: number; y: number };

/**
 * A panel beside its anchor, above everything else, as long as it is drawn. The browser's own top layer: no portal, so that it
 * stands where it is written for the keyboard and for screen readers; the size of its text is told by `className`. Closing it is
 * up to who draws it.
 */
export function Floating({ anchor, align = "start", gapPx = 4, panel, className, ...rest }: Omit<ComponentProps<"div">, "ref"> & {
  anchor: FloatingSpot;
  align?: FloatingAlign;
  gapPx?: number;
  panel?: RefObject<HTMLDivElement | null>;
}) {
  const own = useRef<HTMLDivElement>(null);
  const element = panel ?? own;
  useLayoutEffect(() => {
    const spot = "current" in anchor ? anchor.current : anchor;
    if (element.current === null || spot === null) return;
    element.current.showPopover();
    return placeFloating(element.current, spot, align, gapPx);
  }, [element, anchor, align, gapPx]);
  return <div ref={element} popover="manual" className={classNames("fixed m-0 font-normal whitespace-normal", className)} {...rest} />;
}
