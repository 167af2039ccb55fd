"use client";

import { X } from "lucide-react";
import { useEffect, useEffectEvent, useRef, type CSSProperties, type ReactNode } from "react";
import { IconButton } from "../ui/icon-button";
import { Splitter } from "./splitter";
import { useKeptSize } from "./use-kept-size";

const widthPx = { usual: 380, min: 300, max: 720 };
const heightPercent = { usual: 62, min: 30, max: 92 };

/** Beside the content on wide screens, a drawer over its lower part on a phone; its edge sizes it. Esc closes it. */
export function SidePanel({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  const [width, setWidth] = useKeptSize("details-width", widthPx.usual);
  const [height, setHeight] = useKeptSize("details-height", heightPercent.usual);
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  });
  useEffect(() => {
    const element = panel.current;
    const listener = (event: globalThis.KeyboardEvent) => onKey(event);
    element?.addEventListener("keydown", listener);
    return () => element?.removeEventListener("keydown", listener);
  }, []);
  return (
    <aside
      ref={panel}
      aria-label={label}
      style={{ "--panel-width": `${width}px`, "--panel-height": `${height}%` } as CSSProperties}
      className="relative z-10 flex min-h-0 flex-col border-hairline bg-surface max-sm:absolute max-sm:inset-x-0 max-sm:bottom-0 max-sm:h-(--panel-height) max-sm:rounded-t-frame max-sm:border-t max-sm:shadow-2 sm:w-(--panel-width) sm:max-w-[70%] sm:shrink-0 sm:border-s"
    >
      <Splitter label="Width of the details" edge="start" value={width} min={widthPx.min} max={widthPx.max} step={16} unitPx={() => 1} onChange={setWidth} className="absolute inset-y-0 -start-1.5 z-10 w-3 max-sm:hidden" />
      <Splitter
        label="Height of the details"
        edge="top"
        value={height}
        min={heightPercent.min}
        max={heightPercent.max}
        step={8}
        unitPx={() => (panel.current?.parentElement?.clientHeight ?? 100) / 100}
        onChange={setHeight}
        className="h-6 shrink-0 sm:hidden"
      />
      <IconButton label="Close details" onClick={onClose} className="absolute end-2 top-2 z-10"><X size={16} aria-hidden /></IconButton>
      {children}
    </aside>
  );
}
