"use client";

import type { ReactNode } from "react";
import { number } from "../../data/words";
import { Button } from "../../ui/button";
import { ProblemNotice } from "../../ui/problem-notice";
import type { DiagramScene } from "../state/use-diagram-scene";

/** How it stands with a layout that takes its time, was cancelled, or failed. */
export function LayoutNotice({ scene: { isSlow, isCancelled, error, count, cancel, retry } }: { scene: DiagramScene }) {
  return (
    <>
      {isSlow && (
        <Notice>
          <span role="status">Laying out {number(count)} boxes…</span>
          <Button size="small" onClick={cancel}>Cancel</Button>
        </Notice>
      )}
      {isCancelled && (
        <Notice>
          <span>The layout was cancelled.</span>
          <Button size="small" onClick={retry}>Lay out again</Button>
        </Notice>
      )}
      {error !== null && <ProblemNotice error={error} onRetry={retry} className="absolute inset-x-4 top-14 z-10" />}
    </>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return <div className="absolute start-1/2 top-14 z-10 flex -translate-x-1/2 items-center gap-3 rounded-card border border-hairline bg-surface py-1.5 ps-4 pe-1.5 whitespace-nowrap shadow-2">{children}</div>;
}
