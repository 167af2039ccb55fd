"use client";

import { Search } from "lucide-react";
import { useMemo, type RefObject } from "react";
import { ZoomControls } from "../../diagram/canvas/zoom-controls";
import { legendItems, onlyThis } from "../../diagram/editor/legend-items";
import type { Drawing } from "../../diagram/painter/drawing";
import { nothingOff } from "../../diagram/painter/switched-off";
import { visibleStats } from "../../diagram/painter/visible-stats";
import { FindBar } from "../../diagram/panels/find-bar";
import { Legend } from "../../diagram/panels/legend";
import { classNames } from "../../ui/class-names";
import { IconButton } from "../../ui/icon-button";
import type { CanvasLook } from "./use-canvas-look";
import type { ViewerHandle } from "./viewer-canvas";

/** Search, zoom and legend around the picture; in a frame on another page only where there is room. */
export function CanvasPanels({ look, drawing, handle, isEmbedded }: { look: CanvasLook; drawing: Drawing; handle: RefObject<ViewerHandle | null>; isEmbedded: boolean }) {
  const { camera, off, found, foundAt } = look;
  const { theme } = drawing;
  const entries = useMemo(() => {
    if (camera === null) return [];
    const whole = { ...camera, x: 0, y: 0, width: drawing.placement.width * camera.zoom, height: drawing.placement.height * camera.zoom };
    return legendItems(theme, visibleStats(drawing, camera, look.paint.off), visibleStats(drawing, whole, nothingOff));
  }, [theme, drawing, camera, look.paint.off]);

  function step(by: 1 | -1) {
    if (found.length === 0) return;
    const next = foundAt < 0 ? (by === 1 ? 0 : found.length - 1) : (foundAt + by + found.length) % found.length;
    look.setFoundAt(next);
    handle.current?.reveal(found[next] ?? 0);
  }

  return (
    <>
      <div className={classNames("pointer-events-none absolute inset-x-3 top-3 z-10 flex flex-wrap items-start justify-end gap-2 *:pointer-events-auto", isEmbedded && "[@media(max-height:279px)]:hidden")}>
        {look.isFinding ? (
          <FindBar text={look.text} onText={look.setText} hits={look.text.trim() === "" ? null : found.length} current={foundAt} onStep={step} onKeep={null} onClose={() => look.setFinding(false)} />
        ) : (
          <div data-canvas-panel className="flex rounded-card border border-hairline bg-surface text-ink shadow-1">
            <IconButton label="Find on the canvas" onClick={() => look.setFinding(true)}><Search size={15} aria-hidden /></IconButton>
          </div>
        )}
        <ZoomControls zoom={camera?.zoom ?? 1} onZoomBy={(steps) => handle.current?.zoomBy(steps)} onZoomTo={(zoom) => handle.current?.zoomTo(zoom)} onFit={() => handle.current?.fitAll()} />
      </div>
      <div className={classNames("pointer-events-none absolute start-3 bottom-3 z-10 h-[calc(100%-68px)] items-end *:pointer-events-auto", isEmbedded ? "hidden min-[800px]:flex" : "flex")}>
        <Legend
          entries={entries}
          off={new Set(off)}
          onToggle={(id) => look.setOff(off.includes(id) ? off.filter((other) => other !== id) : [...off, id])}
          onOnly={(id) => look.setOff(onlyThis(entries, off, id))}
          className="max-h-full"
          paper={{ surface: theme.surface, border: theme.border, text: theme.text, muted: theme.muted }}
        />
      </div>
    </>
  );
}
