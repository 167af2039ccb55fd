"use client";

import { ChevronRight, House } from "lucide-react";
import { useEffect, useRef } from "react";
import type { FrameLevel } from "@/lib/scene/view/view";

export interface CanvasCrumb {
  box: number;
  title: string;
  level: FrameLevel;
}

const levelLabels: Record<FrameLevel, string> = {
  provider: "Provider",
  account: "Account",
  group: "Resource group",
  region: "Region",
  network: "Network",
  subnet: "Subnet",
  zone: "Zone",
  type: "Type",
  category: "Category",
  tag: "Tag",
  resource: "Inside",
};

/** The frames around what is looked at, outermost first; each shows its frame, the house shows everything. `onGo(-1)`: everything. */
export function CanvasBreadcrumb({ path, onGo }: { path: readonly CanvasCrumb[]; onGo: (box: number) => void }) {
  const nav = useRef<HTMLElement>(null);
  // Where there is no room for the whole path, its end tells most.
  useEffect(() => {
    if (nav.current !== null) nav.current.scrollLeft = nav.current.scrollWidth;
  }, [path]);
  if (path.length === 0) return null;
  return (
    <nav ref={nav} data-canvas-panel aria-label="Place in the diagram" className="max-w-full min-w-0 overflow-x-auto rounded-card border border-hairline bg-surface px-1 text-ink shadow-1 [scrollbar-width:none]">
      <ol className="flex h-8 items-center">
        <li className="shrink-0">
          <button type="button" aria-label="Show everything" title="Show everything" onClick={() => onGo(-1)} className="inline-flex size-6 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2"><House size={14} aria-hidden /></button>
        </li>
        {path.map(({ box, title, level }, index) => {
          const isLast = index === path.length - 1;
          return (
            <li key={box} className="flex min-w-0 shrink-0 items-center">
              <ChevronRight size={12} aria-hidden className="shrink-0 text-muted" />
              <button
                type="button"
                aria-current={isLast ? "location" : undefined}
                title={`${levelLabels[level]}: ${title}`}
                onClick={() => onGo(box)}
                className={`max-w-44 truncate rounded-chip px-1.5 py-1 text-sm [unicode-bidi:isolate] hover:bg-hover focus-visible:-outline-offset-2 ${isLast ? "font-medium" : "text-muted hover:text-ink"}`}
              >
                {title}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
