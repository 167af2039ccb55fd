"use client";

import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import { IconButton } from "../ui/icon-button";

/** Zoom in steps, to 100 % and to everything. */
export function CanvasControls({ onFit }: { onFit: () => void }) {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <Panel position="top-right" className="!m-3">
      <div role="toolbar" aria-label="Zoom" className="flex items-center rounded-card border border-hairline bg-surface text-ink shadow-1">
        <IconButton label="Zoom out" onClick={() => void zoomOut()}><Minus size={15} aria-hidden /></IconButton>
        <button type="button" aria-label={`Zoom ${percent} %, set to 100 %`} onClick={() => void zoomTo(1)} className="h-8 w-12 rounded-card text-sm tabular-nums hover:bg-hover">{percent} %</button>
        <IconButton label="Zoom in" onClick={() => void zoomIn()}><Plus size={15} aria-hidden /></IconButton>
        <IconButton label="Show everything" onClick={onFit}><Maximize size={15} aria-hidden /></IconButton>
      </div>
    </Panel>
  );
}
