"use client";

import { Fragment, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type Ref } from "react";
import type { Point } from "@/lib/scene/placement";
import { boxLabel, reachOf } from "../../diagram/canvas/box-label";
import { cameraMoves } from "../../diagram/canvas/camera-moves";
import { leastZoom, mostZoom } from "../../diagram/canvas/fitted-viewport";
import { HitTooltip } from "../../diagram/canvas/hit-tooltip";
import { walkTo } from "../../diagram/canvas/keys";
import { pointedRect, rectAround } from "../../diagram/canvas/tooltip-place";
import { usePaintedLayer, type ListenToCamera } from "../../diagram/canvas/use-painted-layer";
import type { Camera } from "../../diagram/painter/camera";
import type { Drawing } from "../../diagram/painter/drawing";
import { hitTest, type Hit } from "../../diagram/painter/hit-test";
import type { PaintState } from "../../diagram/painter/paint-state";
import { ViewerCamera } from "./viewer-camera";
import { listenToGestures, type ViewerGestures } from "./viewer-gestures";

const zoomStep = 1.4;

/** What others may ask of the picture. */
export interface ViewerHandle {
  zoomBy: (steps: number) => void;
  zoomTo: (zoom: number) => void;
  fitAll: () => void;
  /** Brings a box into view, large enough to be read. */
  reveal: (box: number) => void;
}

export interface ViewerCanvasProps {
  drawing: Drawing;
  selected: number | null;
  onSelect: (box: number | null) => void;
  /** Double click: a frame that is folded opens, one that is open folds. */
  onToggle: (box: number) => void;
  onFind: () => void;
  onRest: (camera: Camera) => void;
  look: Pick<PaintState, "off" | "found" | "foundNow">;
  noteOf: (box: number) => string | null;
  /** Changes when another picture is shown, which then is fitted into the view. */
  fitKey: string;
  label: string;
  /** "held": the wheel belongs to the page around, but with Ctrl or ⌘. */
  wheel: "zoom" | "held";
  onLeftToPage: () => void;
  handle: Ref<ViewerHandle>;
}

/** A diagram to be looked at: it pans, zooms and tells what is pointed at. The editor's painter on a canvas, without its library. */
export function ViewerCanvas({ drawing, selected, onSelect, onToggle, onFind, onRest, look, noteOf, fitKey, label, wheel, onLeftToPage, handle }: ViewerCanvasProps) {
  const { view, placement, theme } = drawing;
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [camera] = useState(() => new ViewerCamera());
  const [hovered, setHovered] = useState<{ hit: Hit; at: Point } | null>(null);
  /** Where the keyboard goes on; `isTold`: it came there by itself, and not by a click. */
  const [walked, setWalked] = useState<{ box: number; isTold: boolean } | null>(null);
  const focused = walked !== null && walked.box < view.boxes.count ? walked.box : null;
  const reach = useMemo(() => reachOf(view), [view]);
  const state = useMemo<PaintState>(
    () => ({ ...look, hovered: hovered?.hit ?? null, selected: new Set(selected === null ? [] : [selected]), focused: focused ?? -1, dimmed: null, dimTo: 0.25, moving: null }),
    [look, hovered, selected, focused],
  );
  const listen = useCallback<ListenToCamera>((hear) => camera.listen(hear), [camera]);
  const { layer, size } = usePaintedLayer(area, canvas, listen, drawing, state, onRest);
  const moves = cameraMoves(camera, drawing, size);
  const least = leastZoom(placement, size.width > 0 ? size : { width: 1200, height: 750 });

  function hitAt(point: Point): Hit | null {
    return layer.current === null ? null : hitTest(drawing, layer.current.camera, point, look.off);
  }

  function zoomBy(steps: number) {
    moves.zoomTo(Math.min(mostZoom, Math.max(least, camera.getViewport().zoom * zoomStep ** steps)));
  }

  useImperativeHandle(handle, () => ({ zoomBy, zoomTo: (zoom) => moves.zoomTo(zoom), fitAll: () => moves.fitAll(), reveal: (box) => moves.reveal(box) }));

  useEffect(() => camera.limit(least, mostZoom), [camera, least]);
  const isMeasured = size.width > 0;
  useEffect(() => {
    if (isMeasured) moves.fitAll(0);
    // oxlint-disable-next-line react/exhaustive-deps -- only another picture moves the view, not newer words in it or a new window size
  }, [isMeasured, fitKey]);

  const gestures: ViewerGestures = {
    onHover(point) {
      const hit = point === null ? null : hitAt(point);
      // All of an open frame lies under what it holds: only its title is pointed at.
      const isGround = point !== null && hit?.kind === "box" && point.y > pointedRect(drawing, camera.getViewport(), hit.box).bottom;
      setHovered(point === null || hit === null || isGround ? null : { hit, at: point });
    },
    onClick(point) {
      const hit = hitAt(point);
      setHovered(null);
      setWalked(hit?.kind === "box" ? { box: hit.box, isTold: false } : null);
      onSelect(hit?.kind === "box" ? hit.box : null);
    },
    onDoubleClick(point) {
      const hit = hitAt(point);
      if (hit?.kind === "box") onToggle(hit.box);
    },
    onLeftToPage,
  };
  const target = useRef(gestures);
  useEffect(() => {
    target.current = gestures;
  });
  useEffect(() => (area.current === null ? undefined : listenToGestures(area.current, camera, wheel, () => target.current)), [camera, wheel]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || !keyMeans(event)) return;
    event.preventDefault();
  }

  function keyMeans(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const { x, y, zoom } = camera.getViewport();
    const isPlain = !ctrlKey && !metaKey && !altKey;
    if (isPlain && (key === "+" || key === "=")) zoomBy(1);
    else if (isPlain && key === "-") zoomBy(-1);
    else if (isPlain && shiftKey && event.nativeEvent.code === "Digit1") moves.fitAll();
    else if ((isPlain && key === "/") || ((ctrlKey || metaKey) && key === "f")) onFind();
    else if (isPlain && key === "Escape") {
      setWalked(null);
      onSelect(null);
    } else if (isPlain && key === "Enter" && focused !== null) onSelect(focused);
    else {
      const next = walkTo(event.nativeEvent, drawing, focused, { x: (size.width / 2 - x) / zoom, y: (size.height / 2 - y) / zoom }, zoom);
      if (next === null) return false;
      if (next >= 0) {
        setHovered(null);
        setWalked({ box: next, isTold: true });
        moves.keepInSight(next);
      }
    }
    return true;
  }

  const pointed = hovered ?? (focused === null || walked?.isTold !== true ? null : { hit: { kind: "box" as const, box: focused }, at: { x: 0, y: 0 } });
  return (
    <div ref={area} className="diagram-canvas absolute inset-0 touch-none overflow-hidden select-none" style={{ background: theme.canvas, "--diagram-focus": theme.focus } as CSSProperties}>
      <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
      <div
        role="application"
        aria-label={label}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setWalked(null)}
        className="absolute inset-0 cursor-grab focus-visible:outline-(--diagram-focus) focus-visible:-outline-offset-2 in-[.moving]:cursor-grabbing"
      />
      <p role="status" className="sr-only">{focused === null ? "" : boxLabel(view, focused, reach)}</p>
      {pointed !== null && (
        <Fragment key={hitKey(pointed.hit)}>
          <HitTooltip
            view={view}
            hit={pointed.hit}
            at={pointed.hit.kind === "box" ? pointedRect(drawing, camera.getViewport(), pointed.hit.box) : rectAround(pointed.at)}
            area={size}
            note={pointed.hit.kind === "box" ? noteOf(pointed.hit.box) : null}
          />
        </Fragment>
      )}
    </div>
  );
}

function hitKey(hit: Hit): string {
  return hit.kind === "box" ? `box ${hit.box}` : hit.kind === "line" ? `line ${hit.line}` : `merged ${hit.from} ${hit.to}`;
}
