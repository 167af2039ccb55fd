"use client";

import { ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi, type NodeTypes } from "@xyflow/react";
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { Point } from "@/lib/scene/placement";
import { sceneBox } from "@/lib/scene/to-scene";
import { isCard } from "@/lib/scene/box-words";
import type { Theme } from "@/lib/themes";
import { boxesIn, representative } from "../painter/cut";
import type { Camera } from "../painter/camera";
import { toDrawing } from "../painter/camera";
import type { Drawing } from "../painter/drawing";
import { hitTest, type Hit } from "../painter/hit-test";
import type { PaintState } from "../painter/paint-state";
import { BoxCard, type BoxNode } from "./box-card";
import { boxLabel, reachOf } from "./box-label";
import { CanvasLayer } from "./canvas-layer";
import { fittedViewport, leastZoom, mostZoom } from "./fitted-viewport";
import { mountedBoxes } from "./mounted-boxes";
import { listenToPointer, type GestureTarget } from "./pointer-gestures";
import { useRollingSet } from "./use-rolling-set";
import { boxNearest, boxTowards, type Direction } from "./walk";

const nodeTypes = { box: BoxCard } satisfies NodeTypes;
const noBoxes: readonly number[] = [];
const readableZoom = 0.8;
const zoomStep = 1.4;
const nudgePx = { near: 8, far: 32 };
const glideMs = 200;

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
  onSelect: (boxes: readonly number[], how: "only" | "toggle" | "add") => void;
  /** Double click. */
  onOpen: (box: number) => void;
  onLine: (hit: Exclude<Hit, { kind: "box" }>, at: Point) => void;
  /** `by`: how far the boxes were dragged, in px of the drawing. */
  onMove: (boxes: readonly number[], by: Point, how: "drag" | "nudge") => void;
  /** After movement has ended, and after the picture has changed. */
  onRest: (camera: Camera) => void;
  /** Everything the painter has to know beyond hovering, dragging and the selection. */
  look: Pick<PaintState, "dimmed" | "dimTo" | "off" | "found" | "foundNow">;
  /** Changes when what is shown is another picture, which then is fitted into the view. */
  fitKey: string;
  /** Where the view starts instead of showing everything: a box that the address names. */
  startAt: number | null;
  label: string;
  tooltip: (hit: Hit, at: Point) => ReactNode;
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

const directions: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

interface Drag {
  kind: "move" | "select";
  from: Point;
  to: Point;
}

function Canvas(props: DiagramCanvasProps) {
  const { drawing, theme, mode, selected, focused, look, fitKey, startAt, label, tooltip, handle, children } = props;
  const flow = useReactFlow<BoxNode>();
  const store = useStoreApi();
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<CanvasLayer | null>(null);
  const latest = useRef(props);
  const [hovered, setHovered] = useState<{ hit: Hit; at: Point } | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [near, setNear] = useState<readonly number[]>(noBoxes);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const { view, placement } = drawing;
  const reach = useMemo(() => reachOf(view), [view]);

  useEffect(() => {
    latest.current = props;
  });

  const moving = useMemo(() => {
    if (drag === null || drag.kind !== "move") return null;
    const zoom = store.getState().transform[2];
    return { boxes: selected, x: (drag.to.x - drag.from.x) / zoom, y: (drag.to.y - drag.from.y) / zoom };
  }, [drag, selected, store]);
  const state = useMemo<PaintState>(
    () => ({ ...look, hovered: hovered?.hit ?? null, selected, focused: focused ?? -1, moving, covered: null, isMoving: false }),
    [look, hovered, selected, focused, moving],
  );

  useEffect(() => {
    if (canvas.current === null || area.current === null) return;
    const own = new CanvasLayer(canvas.current, (camera) => {
      area.current?.classList.remove("moving");
      setNear(mountedBoxes(latest.current.drawing, camera));
      latest.current.onRest(camera);
    });
    layer.current = own;
    own.draw(latest.current.drawing);
    const watch = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      own.resize(width, height, window.devicePixelRatio);
      setSize({ width, height });
    });
    watch.observe(area.current);
    const unsubscribe = store.subscribe(({ transform: [x, y, zoom] }) => {
      const { camera } = own;
      if (camera.x === x && camera.y === y && camera.zoom === zoom) return;
      area.current?.classList.add("moving");
      own.move({ x, y, zoom });
    });
    return () => {
      watch.disconnect();
      unsubscribe();
      own.dispose();
      layer.current = null;
    };
  }, [store]);
  useEffect(() => layer.current?.show(state), [state]);
  useEffect(() => layer.current?.draw(drawing), [drawing]);

  function hitAt(point: Point): Hit | null {
    return layer.current === null ? null : hitTest(drawing, layer.current.camera, point, look.off);
  }
  function fit(part: Point & { width: number; height: number }, durationMs: number) {
    void flow.setViewport(fittedViewport(part, size), { duration: durationMs });
  }
  function fitBoxes(boxes: readonly number[], durationMs: number) {
    const { left, top, right, bottom } = drawing.geometry;
    if (boxes.length === 0) return;
    const x = Math.min(...boxes.map((box) => left[box] ?? 0));
    const y = Math.min(...boxes.map((box) => top[box] ?? 0));
    fit({ x, y, width: Math.max(...boxes.map((box) => right[box] ?? 0)) - x, height: Math.max(...boxes.map((box) => bottom[box] ?? 0)) - y }, durationMs);
  }
  function reveal(box: number, durationMs = glide()) {
    const { left, top, right, bottom } = drawing.geometry;
    const { x, y, zoom } = flow.getViewport();
    const [boxX, boxY] = [left[box] ?? 0, top[box] ?? 0];
    const [width, height] = [Math.min(240, (right[box] ?? 0) - boxX), Math.min(84, (bottom[box] ?? 0) - boxY)];
    const isSeen = boxX * zoom + x >= 0 && boxY * zoom + y >= 0 && (boxX + width) * zoom + x <= size.width && (boxY + height) * zoom + y <= size.height;
    if (isSeen && representative(drawing.geometry, zoom, box) === box) return;
    // A frame is revealed when what it holds can be told apart; a card when it can be read.
    const enough = isCard(view, box) ? readableZoom : Math.min(readableZoom, fittedViewport({ width: (right[box] ?? 0) - boxX, height: (bottom[box] ?? 0) - boxY }, size).zoom);
    void flow.setCenter(boxX + width / 2, boxY + height / 2, { zoom: Math.max(zoom, enough), duration: durationMs });
  }
  function focus(box: number) {
    latest.current.onFocus(box);
    reveal(box);
    // The node may have to be mounted first.
    let tries = 0;
    const take = () => {
      const node = area.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${box}"]`);
      if (node !== null && node !== undefined) node.focus({ preventScroll: true });
      else if (tries++ < 30) requestAnimationFrame(take);
    };
    requestAnimationFrame(take);
  }
  useImperativeHandle(handle, () => ({
    zoomBy: (steps) => void flow.zoomTo(flow.getZoom() * zoomStep ** steps, { duration: glide() }),
    zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: glide() }),
    fitAll: () => fit({ x: 0, y: 0, width: placement.width, height: placement.height }, glide()),
    fitBoxes: (boxes) => fitBoxes(boxes, glide()),
    reveal,
    focus,
    panTo: ({ x, y }) => void flow.setCenter(x, y, { zoom: flow.getZoom() }),
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
    fit({ x: 0, y: 0, width: placement.width, height: placement.height }, 0);
    if (startAt !== null) reveal(startAt, 0);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only another picture moves the view, not a moved box or a new window size
  }, [isMeasured, fitKey]);

  const gestures: GestureTarget = {
    dragFrom(point, event) {
      if (event.pointerType === "touch" && mode === "view") return null;
      if (event.shiftKey) return "select";
      if (mode === "view") return null;
      const hit = hitAt(point);
      if (hit?.kind !== "box" || (event.pointerType === "touch" && !selected.has(hit.box))) return event.pointerType === "touch" ? null : "select";
      if (!selected.has(hit.box)) props.onSelect([hit.box], "only");
      return "move";
    },
    onHover(point) {
      const hit = point === null ? null : hitAt(point);
      setHovered(point === null || hit === null ? null : (before) => (before !== null && sameHit(before.hit, hit) ? before : { hit, at: point }));
    },
    onClick(point, event) {
      const hit = hitAt(point);
      setHovered(null);
      if (hit === null) {
        props.onSelect(noBoxes, "only");
        props.onFocus(null);
      } else if (hit.kind === "box") {
        props.onFocus(hit.box);
        props.onSelect([hit.box], event.shiftKey || event.ctrlKey || event.metaKey ? "toggle" : "only");
      } else props.onLine(hit, point);
    },
    onDoubleClick(point) {
      const hit = hitAt(point);
      if (hit?.kind === "box") props.onOpen(hit.box);
    },
    onDrag: (kind, from, to) => {
      setHovered(null);
      setDrag({ kind, from, to });
    },
    onDrop(kind, from, to, { isAdding }) {
      setDrag(null);
      if (to === null) return;
      const { zoom } = flow.getViewport();
      if (kind === "move") return props.onMove([...selected], { x: (to.x - from.x) / zoom, y: (to.y - from.y) / zoom }, "drag");
      const camera = flow.getViewport();
      const [one, other] = [toDrawing(camera, from), toDrawing(camera, to)];
      const rect = { left: Math.min(one.x, other.x), top: Math.min(one.y, other.y), right: Math.max(one.x, other.x), bottom: Math.max(one.y, other.y) };
      props.onSelect(boxesIn(drawing, rect).filter((box) => isCard(view, box)), isAdding ? "add" : "only");
    },
  };
  const target = useRef(gestures);
  useEffect(() => {
    target.current = gestures;
  });
  useEffect(() => (area.current === null ? undefined : listenToPointer(area.current, () => target.current)), []);

  /** Where the keyboard finds boxes: what is drawn at this zoom, frames at their title. */
  function placeOf(zoom: number) {
    const { left, top, right, bottom } = drawing.geometry;
    return (box: number): Point | null => {
      if (representative(drawing.geometry, zoom, box) !== box) return null;
      const [x, y] = [left[box] ?? 0, top[box] ?? 0];
      if (isCard(view, box)) return { x: (x + (right[box] ?? 0)) / 2, y: (y + (bottom[box] ?? 0)) / 2 };
      return { x: x + Math.min((right[box] ?? 0) - x, 220) / 2, y: y + 14 };
    };
  }

  function onKeyDown(event: KeyboardEvent) {
    const direction = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : directions[event.key];
    const isElsewhere = event.target instanceof Element && event.target.closest("button, input, a, [data-canvas-panel]") !== null;
    if (isElsewhere || event.defaultPrevented) return;
    if (mode === "edit" && selected.size > 0 && nudge(event)) return;
    if (direction === undefined && event.key !== "Enter") return;
    if (focused !== null && event.key === "Enter") return;
    event.preventDefault();
    const { x, y, zoom } = flow.getViewport();
    const places = placeOf(zoom);
    const next =
      focused === null || direction === undefined || places(focused) === null
        ? boxNearest(view.boxes.count, places, { x: (size.width / 2 - x) / zoom, y: (size.height / 2 - y) / zoom })
        : boxTowards(view.boxes.count, places, focused, direction);
    if (next >= 0) focus(next);
  }

  /** Moves the selection by a step; false when the key means something else. */
  function nudge(event: KeyboardEvent): boolean {
    const direction = event.altKey || event.ctrlKey || event.metaKey ? undefined : directions[event.key];
    if (direction === undefined) return false;
    event.preventDefault();
    const step = event.shiftKey ? nudgePx.far : nudgePx.near;
    const by = { left: { x: -step, y: 0 }, right: { x: step, y: 0 }, up: { x: 0, y: -step }, down: { x: 0, y: step } }[direction];
    props.onMove([...selected], by, "nudge");
    return true;
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

  const least = leastZoom(placement, size.width > 0 ? size : { width: 1200, height: 750 });
  return (
    <div ref={area} data-mode={mode} className="diagram-canvas absolute inset-0 overflow-hidden" style={{ "--diagram-focus": theme.focus, background: theme.canvas } as CSSProperties}>
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
        aria-label={label}
        onKeyDown={onKeyDown}
        className="!bg-transparent"
      >
        {children}
      </ReactFlow>
      {drag?.kind === "select" && <SelectionFrame from={drag.from} to={drag.to} />}
      {hovered !== null && drag === null && tooltip(hovered.hit, hovered.at)}
    </div>
  );
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

function sameHit(one: Hit, other: Hit | null): boolean {
  return other !== null && JSON.stringify(one) === JSON.stringify(other);
}

function glide(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : glideMs;
}

