"use client";

import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, type EdgeTypes, type NodeTypes } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from "react";
import type { Resource } from "@/lib/core/resource";
import type { Scene, SceneBox } from "@/lib/scene/scene";
import { themeOf } from "@/lib/themes";
import { BoxNode, type BoxNodeType } from "./box-node";
import { boxLabel, canvasParts } from "./canvas-parts";
import { CanvasControls } from "./canvas-controls";
import { fittedViewport, zoomRange } from "./fitted-viewport";
import { FrameNames } from "./frame-names";
import { LineEdge, type LineEdgeType } from "./line-edge";
import { boxAt, nearestBox, type Direction } from "./nearest-box";

const nodeTypes = { box: BoxNode } satisfies NodeTypes;
const edgeTypes = { line: LineEdge } satisfies EdgeTypes;

/** Below this many boxes everything is in view anyway. */
const minimapFrom = 40;
const readableZoom = 0.7;

export interface DiagramCanvasProps {
  scene: Scene;
  resources: ReadonlyMap<string, Resource>;
  selectedKey: string | null;
  /** A resource key; null when the empty canvas was clicked. */
  onSelect: (key: string | null) => void;
  /** Changes when what is shown is another picture, which then is fitted into the view. */
  fitKey: string;
}

/** The scene on a canvas that can be moved and zoomed. Nothing here decides words, colours or places. */
export function DiagramCanvas(props: DiagramCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

const directions: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

function Canvas({ scene, resources, selectedKey, onSelect, fitKey }: DiagramCanvasProps) {
  const flow = useReactFlow<BoxNodeType, LineEdgeType>();
  const wrapper = useRef<HTMLDivElement>(null);
  const theme = themeOf(scene.theme);
  const parts = useMemo(() => canvasParts(scene), [scene]);
  const [hovered, setHovered] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const reach = useMemo(() => countLines(scene), [scene]);
  const selectedNode = useMemo(() => scene.boxes.findIndex(({ resourceKey }) => resourceKey !== null && resourceKey === selectedKey), [scene, selectedKey]);
  const picked = selectedNode < 0 ? null : String(selectedNode);
  const lit = hovered ?? picked;

  const nodes = useMemo(
    () =>
      parts.nodes.map((node): BoxNodeType => {
        const { box } = node.data;
        return {
          ...node,
          className: `${box.kind}${node.id === picked ? " picked" : ""}`,
          domAttributes: {
            tabIndex: node.id === active ? 0 : -1,
            role: "group",
            "aria-roledescription": box.kind === "frame" ? "group" : "resource",
            "aria-label": boxLabel(box, resources.get(box.id), reach.get(box.id) ?? 0),
            title: box.title.full,
          } as BoxNodeType["domAttributes"],
        };
      }),
    [parts, picked, active, resources, reach],
  );
  const edges = useMemo(
    () =>
      parts.edges.map((edge): LineEdgeType => {
        const incident = lit !== null && (edge.source === lit || edge.target === lit);
        return incident && edge.data !== undefined ? { ...edge, zIndex: 900, data: { ...edge.data, incident } } : edge;
      }),
    [parts, lit],
  );

  const { width, height } = scene;
  const fitAll = useCallback(
    (durationMs = 0) => {
      const area = wrapper.current?.getBoundingClientRect();
      if (area !== undefined) void flow.setViewport(fittedViewport({ width, height }, area), { duration: durationMs });
    },
    [flow, width, height],
  );
  useEffect(() => fitAll(), [fitAll, fitKey]);

  const reveal = useCallback(
    (box: SceneBox) => {
      const area = wrapper.current?.getBoundingClientRect();
      if (area === undefined) return;
      const { x, y, zoom } = flow.getViewport();
      const left = box.x * zoom + x;
      const top = box.y * zoom + y;
      const isInside = left >= 0 && top >= 0 && left + Math.min(box.width * zoom, 220) <= area.width && top + Math.min(box.height * zoom, 64) <= area.height;
      if (isInside && zoom >= 0.35) return;
      const nextZoom = Math.max(zoom, readableZoom);
      const middle = box.kind === "frame" ? { x: box.x + Math.min(box.width / 2, area.width / nextZoom / 2 - 24), y: box.y + Math.min(box.height / 2, area.height / nextZoom / 2 - 24) } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      void flow.setCenter(middle.x, middle.y, { zoom: nextZoom, duration: prefersStillness() ? 0 : 200 });
    },
    [flow],
  );

  // A selection made elsewhere (details panel, table, address) is brought into view.
  const selectedBox = picked === null ? undefined : parts.boxes.get(picked);
  useEffect(() => {
    if (selectedBox !== undefined) reveal(selectedBox);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new selection moves the view, not a new scene alone (another theme)
  }, [picked]);

  function focusBox(id: string) {
    const box = parts.boxes.get(id);
    if (box === undefined) return;
    setActive(id);
    reveal(box);
    // The node may have to be mounted first: only what is in view is in the page.
    let tries = 0;
    const take = () => {
      const node = wrapper.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
      if (node !== null && node !== undefined) node.focus({ preventScroll: true });
      else if (tries++ < 30) requestAnimationFrame(take);
    };
    requestAnimationFrame(take);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof Element && event.target.closest("button, input, a") !== null) return;
    const direction = directions[event.key];
    const current = active === null ? undefined : parts.boxes.get(active);
    if (direction !== undefined) {
      event.preventDefault();
      const next = current === undefined ? firstInView() : nearestBox(scene.boxes, current, direction);
      const id = next === null ? undefined : parts.nodeIds.get(next.id);
      if (id !== undefined) focusBox(id);
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (current === undefined) {
        const first = firstInView();
        const id = first === null ? undefined : parts.nodeIds.get(first.id);
        if (id !== undefined) focusBox(id);
      } else if (current.resourceKey !== null) onSelect(current.resourceKey);
    }
    if (event.key === "Escape") {
      onSelect(null);
      setActive(null);
      wrapper.current?.querySelector<HTMLElement>(".react-flow")?.focus();
    }
  }

  function firstInView(): SceneBox | null {
    const area = wrapper.current?.getBoundingClientRect();
    if (area === undefined) return scene.boxes[0] ?? null;
    return boxAt(scene.boxes, flow.screenToFlowPosition({ x: area.left + area.width / 2, y: area.top + area.height / 2 }));
  }

  function keepTabStop() {
    if (active !== null && wrapper.current?.querySelector(`.react-flow__node[data-id="${active}"]`) === null) setActive(null);
  }

  const cards = scene.boxes.filter(({ kind }) => kind === "card").length;
  return (
    <div ref={wrapper} className="absolute inset-0" style={{ "--diagram-focus": theme.focus, background: scene.background } as CSSProperties}>
      <ReactFlow<BoxNodeType, LineEdgeType>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        className={lit === null ? undefined : "hovering"}
        onlyRenderVisibleElements
        minZoom={zoomRange.min}
        maxZoom={zoomRange.max}
        onInit={() => {
          fitAll();
          // An address that names a selection opens where that is.
          if (selectedBox !== undefined) reveal(selectedBox);
        }}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        tabIndex={active === null ? 0 : -1}
        aria-label={`Diagram ${scene.title}: ${cards} resources in ${scene.boxes.length - cards} groups, ${scene.lines.length} relations. Arrow keys move between boxes, Enter opens the details, Escape clears.`}
        onKeyDown={onKeyDown}
        onNodeMouseEnter={(_event, node) => setHovered(node.data.box.kind === "card" ? node.id : null)}
        onNodeMouseLeave={() => setHovered(null)}
        onNodeClick={(_event, node) => {
          setActive(node.id);
          onSelect(node.data.box.resourceKey);
        }}
        onPaneClick={() => onSelect(null)}
        onMoveEnd={keepTabStop}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color={theme.border} style={{ opacity: 0.35 }} />
        {scene.boxes.length >= minimapFrom && (
          <MiniMap<BoxNodeType>
            pannable
            zoomable
            ariaLabel="Overview map"
            position="bottom-right"
            bgColor={theme.frame}
            maskColor={theme.isDark ? "rgb(20 30 40 / 0.55)" : "rgb(82 96 112 / 0.18)"}
            maskStrokeColor={theme.focus}
            maskStrokeWidth={3}
            nodeColor={({ data }) => (data.box.kind === "card" ? data.box.style.tileFill : data.box.style.fill)}
            nodeStrokeColor={({ data }) => (data.box.kind === "card" ? data.box.style.tileFill : data.box.style.stroke)}
            nodeBorderRadius={8}
            className="hidden overflow-hidden rounded-card border border-hairline md:block"
          />
        )}
        <FrameNames scene={scene} />
        <CanvasControls onFit={() => fitAll(prefersStillness() ? 0 : 200)} />
      </ReactFlow>
    </div>
  );
}

function countLines({ lines }: Scene): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of lines) {
    counts.set(from, (counts.get(from) ?? 0) + 1);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
}

function prefersStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
