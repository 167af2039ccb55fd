"use client";

import { ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi, type NodeTypes } from "@xyflow/react";
import { Fragment, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { Point, Size } from "@/lib/scene/placement";
import { sceneBox } from "@/lib/scene/scene-box";
import type { Theme } from "@/lib/themes";
import type { Camera, Rect } from "../painter/camera";
import type { Drawing } from "../painter/drawing";
import { hitTest, type Hit } from "../painter/hit-test";
import type { Moving, PaintState } from "../painter/paint-state";
import { BoxCard, type BoxNode } from "./box-card";
import { boxLabel, reachOf } from "./box-label";
import { cameraMoves } from "./camera-moves";
import { canvasGestures, type Drag } from "./canvas-gestures";
import { leastZoom, mostZoom } from "./fitted-viewport";
import { nudgeOf, walkTo } from "./keys";
import { mountedBoxes } from "./mounted-boxes";
import { listenToPointer } from "./pointer-gestures";
import { pointedRect, rectAround } from "./tooltip-place";
import { usePaintedLayer, type ListenToCamera } from "./use-painted-layer";
import { useRollingSet } from "./use-rolling-set";

const nodeTypes = { box: BoxCard } satisfies NodeTypes;
const noBoxes: readonly number[] = [];
const nothing: ReadonlySet<number> = new Set();
const zoomStep = 1.4;

/** What others may ask of the canvas. */
export interface CanvasHandle {
  zoomBy(steps: number): void;
  zoomTo(zoom: number): void;
  fitAll(): void;
  fitBoxes(boxes: readonly number[]): void;
  /** Brings a box into view, large enough to be read. */
  reveal(box: number): void;
  /** Reveals a box and gives it the keyboard's focus. */
  focus(box: number): void;
  panTo(middle: Point): void;
  /** What is drawn at a point of the window; null = no box. */
  boxAt(clientX: number, clientY: number): number | null;
}

export interface DiagramCanvasProps {
  drawing: Drawing;
  theme: Theme;
  /** "view": a drag pans. "edit": a drag on a box moves it, elsewhere it draws a selection. */
  mode: "view" | "edit";
  selected: ReadonlySet<number>;
  focused: number | null;
  onFocus: (box: number | null) => void;
  onSelect: (boxes: readonly number[], how: "only" | "toggle" | "add", by: "click" | "drag") => void;
  /** Double click. */
  onOpen: (box: number) => void;
  onLine: (hit: Exclude<Hit, { kind: "box" }>, at: Point) => void;
  /** `by`: how far the boxes were dragged, in px of the drawing. False when they cannot be moved now. */
  onMove: (boxes: readonly number[], by: Point, how: "drag" | "nudge") => boolean;
  /** After movement has ended, and after the picture has changed. */
  onRest: (camera: Camera) => void;
  /** Everything the painter has to know beyond hovering, dragging and the selection. */
  look: Pick<PaintState, "dimmed" | "dimTo" | "off" | "found" | "foundNow">;
  /** Changes when what is shown is another picture, which then is fitted into the view. */
  fitKey: string;
  /** Where the view starts instead of showing everything: a box that the address names. */
  startAt: number | null;
  label: string;
  /** `at`: what is pointed at, in px from the canvas's corner. */
  tooltip: (hit: Hit, at: Rect, area: Size) => ReactNode;
  handle: Ref<CanvasHandle>;
  children?: ReactNode;
}

/** The diagram on a canvas that can be moved and zoomed. Nothing here decides words, colours or places. */
export function DiagramCanvas(props: DiagramCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas(props: DiagramCanvasProps) {
  const { drawing, theme, mode, selected, focused, look, fitKey, startAt, label, tooltip, handle, children } = props;
  const flow = useReactFlow<BoxNode>();
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<{ hit: Hit; at: Point } | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  /** The box that the keyboard came to. */
  const [told, setTold] = useState<number | null>(null);
  const [dropped, setDropped] = useState<{ drawing: Drawing; moving: Moving } | null>(null);
  const [near, setNear] = useState<readonly number[]>(noBoxes);
  const { view, placement } = drawing;
  const reach = useMemo(() => reachOf(view), [view]);

  const moving = useMemo(() => {
    // What was dropped stays where it is until the picture with it arrives.
    if (drag?.grip.kind !== "move") return dropped?.drawing === drawing ? dropped.moving : null;
    const { zoom } = flow.getViewport();
    return { boxes: drag.grip.boxes, x: (drag.to.x - drag.from.x) / zoom, y: (drag.to.y - drag.from.y) / zoom };
  }, [drag, dropped, drawing, flow]);
  // Rings are drawn where boxes have their place, which what is carried has left.
  const [ringed, keyed] = moving === null ? [selected, focused ?? -1] : [nothing, -1];
  const state = useMemo<PaintState>(
    () => ({ ...look, hovered: hovered?.hit ?? null, selected: ringed, focused: keyed, moving }),
    [look, hovered, ringed, keyed, moving],
  );
  const store = useStoreApi();
  const listen = useCallback<ListenToCamera>((hear) => store.subscribe(({ transform: [x, y, zoom] }) => hear({ x, y, zoom })), [store]);
  const { layer, size } = usePaintedLayer(area, canvas, listen, drawing, state, (camera) => {
    setNear(mountedBoxes(drawing, camera));
    props.onRest(camera);
  });
  const moves = cameraMoves(flow, drawing, size);

  function hitAt(point: Point): Hit | null {
    return layer.current === null ? null : hitTest(drawing, layer.current.camera, point, look.off);
  }

  function focus(box: number) {
    props.onFocus(box);
    moves.keepInSight(box);
    // The node may have to be mounted first.
    let tries = 0;
    const take = () => {
      const node = area.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${box}"]`);
      node?.focus({ preventScroll: true });
      // Not there yet, or behind a dialog that is about to go.
      if (node !== document.activeElement && tries++ < 30) requestAnimationFrame(take);
    };
    requestAnimationFrame(take);
  }

  useImperativeHandle(handle, () => ({
    ...moves,
    focus,
    zoomBy: (steps) => moves.zoomTo(Math.min(mostZoom, Math.max(leastZoom(placement, size), flow.getZoom() * zoomStep ** steps))),
    boxAt: (clientX, clientY) => {
      const { left, top } = area.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
      const hit = hitAt({ x: clientX - left, y: clientY - top });
      return hit?.kind === "box" ? hit.box : null;
    },
  }));

  // Another picture is seen whole, or from where the address points.
  const isMeasured = size.width > 0;
  useEffect(() => {
    if (!isMeasured) return;
    moves.fitAll(0);
    if (startAt !== null) moves.reveal(startAt, 0);
    // oxlint-disable-next-line react/exhaustive-deps -- only another picture moves the view, not a moved box or a new window size
  }, [isMeasured, fitKey]);

  const gestures = canvasGestures({
    ...props,
    hitAt,
    viewport: flow.getViewport,
    setHovered,
    setDrag,
    onDropped: (boxes, by) => {
      if (props.onMove([...boxes], by, "drag")) setDropped({ drawing, moving: { boxes, ...by } });
      if (boxes !== selected) props.onSelect([...boxes], "only", "drag");
      // The keyboard goes on there, as after a click.
      props.onFocus(boxes.size === 1 ? ([...boxes][0] ?? null) : null);
    },
  });
  const target = useRef(gestures);
  useEffect(() => {
    target.current = gestures;
  });
  useEffect(() => (area.current === null ? undefined : listenToPointer(area.current, () => target.current)), []);

  function onKeyDown(event: KeyboardEvent) {
    const isElsewhere = event.target instanceof Element && event.target.closest("button, input, a, [data-canvas-panel]") !== null;
    if (isElsewhere || event.defaultPrevented) return;
    const { x, y, zoom } = flow.getViewport();
    const nudge = mode === "edit" && selected.size > 0 ? nudgeOf(event) : null;
    if (nudge !== null) {
      event.preventDefault();
      props.onMove([...selected], nudge, "nudge");
      return;
    }
    const next = walkTo(event, drawing, focused, { x: (size.width / 2 - x) / zoom, y: (size.height / 2 - y) / zoom }, zoom);
    if (next === null) return;
    event.preventDefault();
    if (next >= 0) focus(next);
  }

  const wanted = useMemo(() => (focused === null || near.includes(focused) ? near : [focused, ...near]), [near, focused]);
  const mounted = useRollingSet(wanted);
  const nodes = useMemo(
    () =>
      mounted
        .filter((box) => box < view.boxes.count)
        .map((number): BoxNode => {
          const box = sceneBox(view, placement, theme, number);
          const { x, y, width, height } = box;
          return {
            id: String(number),
            type: "box",
            position: { x, y },
            width,
            height,
            data: { box },
            className: `${box.kind}${selected.has(number) ? " picked" : ""}`,
            zIndex: box.kind === "card" ? 1000 : box.depth,
            domAttributes: {
              tabIndex: number === focused ? 0 : -1,
              role: "group",
              "aria-roledescription": box.kind === "frame" ? "group" : "resource",
              "aria-label": boxLabel(view, number, reach),
              "aria-current": selected.has(number) ? "true" : undefined,
            } as BoxNode["domAttributes"],
          };
        }),
    [mounted, view, placement, theme, selected, focused, reach],
  );

  const pointed = hovered ?? (told === null || told >= view.boxes.count ? null : { hit: { kind: "box" as const, box: told }, at: { x: 0, y: 0 } });
  const least = leastZoom(placement, size.width > 0 ? size : { width: 1200, height: 750 });
  return (
    <div
      ref={area}
      data-mode={mode}
      data-carrying={moving !== null}
      onFocus={({ target }) => setTold(target.matches(".react-flow__node:focus-visible") ? Number(target.dataset.id) : null)}
      onBlur={() => setTold(null)}
      className="diagram-canvas absolute inset-0 overflow-hidden"
      style={{ "--diagram-focus": theme.focus, background: theme.canvas } as CSSProperties}
    >
      <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
      <ReactFlow<BoxNode>
        nodes={nodes}
        nodeTypes={nodeTypes}
        minZoom={least}
        maxZoom={mostZoom}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        elevateNodesOnSelect={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        panOnScroll={mode === "edit"}
        zoomOnScroll={mode === "view"}
        panActivationKeyCode={mode === "edit" ? "Space" : null}
        tabIndex={focused === null ? 0 : -1}
        attributionPosition="bottom-center"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="!bg-transparent"
      >
        {children}
      </ReactFlow>
      {drag?.grip.kind === "select" && <SelectionFrame from={drag.from} to={drag.to} />}
      {pointed !== null && drag === null && <Fragment key={hitKey(pointed.hit)}>{tooltip(pointed.hit, pointed.hit.kind === "box" ? pointedRect(drawing, flow.getViewport(), pointed.hit.box) : rectAround(pointed.at), size)}</Fragment>}
    </div>
  );
}

function hitKey(hit: Hit): string {
  return hit.kind === "box" ? `box ${hit.box}` : hit.kind === "line" ? `line ${hit.line}` : `merged ${hit.from} ${hit.to}`;
}

function SelectionFrame({ from, to }: { from: Point; to: Point }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute border border-[var(--diagram-focus)] bg-[color-mix(in_srgb,var(--diagram-focus)_12%,transparent)]"
      style={{ left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }}
    />
  );
}
