"use client";

import { Maximize, Minus, Plus } from "lucide-react";
import { IconButton } from "../../ui/icon-button";

/** Zoom in steps, to 100 % and to everything. */
export function ZoomControls({ zoom, onZoomBy, onZoomTo, onFit }: { zoom: number; onZoomBy: (steps: number) => void; onZoomTo: (zoom: number) => void; onFit: () => void }) {
  const percent = zoom < 0.095 ? (zoom * 100).toFixed(1) : String(Math.round(zoom * 100));
  return (
    <div data-canvas-panel role="toolbar" aria-label="Zoom" className="flex items-center rounded-card border border-hairline bg-surface text-ink shadow-1">
      <IconButton label="Zoom out" onClick={() => onZoomBy(-1)}><Minus size={15} aria-hidden /></IconButton>
      <button type="button" aria-label={`Zoom ${percent} %, set to 100 %`} onClick={() => onZoomTo(1)} className="h-8 w-13 rounded-card text-sm tabular-nums hover:bg-hover">{percent} %</button>
      <IconButton label="Zoom in" onClick={() => onZoomBy(1)}><Plus size={15} aria-hidden /></IconButton>
      <IconButton label="Show everything" onClick={onFit}><Maximize size={15} aria-hidden /></IconButton>
    </div>
  );
}
