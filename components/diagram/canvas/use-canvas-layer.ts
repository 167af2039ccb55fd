"use client";

import { useStoreApi } from "@xyflow/react";
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Size } from "@/lib/scene/placement";
import type { Camera } from "../painter/camera";
import type { Drawing } from "../painter/drawing";
import type { PaintState } from "../painter/paint-state";
import { CanvasLayer } from "./canvas-layer";

/** Keeps the painted canvas where React Flow's viewport is, and as large as its area. `onRest` comes when movement has ended. */
export function useCanvasLayer(area: RefObject<HTMLElement | null>, canvas: RefObject<HTMLCanvasElement | null>, drawing: Drawing, state: PaintState, onRest: (camera: Camera) => void): { layer: RefObject<CanvasLayer | null>; size: Size } {
  const store = useStoreApi();
  const layer = useRef<CanvasLayer | null>(null);
  const latest = useRef({ drawing, onRest });
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    latest.current = { drawing, onRest };
  });
  // Before the first frame: its size is known at once, and the first picture is the right one.
  useLayoutEffect(() => {
    const around = area.current;
    if (canvas.current === null || around === null) return;
    const own = new CanvasLayer(canvas.current, (camera) => {
      around.classList.remove("moving");
      latest.current.onRest(camera);
    });
    layer.current = own;
    own.draw(latest.current.drawing);
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = around;
      own.resize(width, height, window.devicePixelRatio);
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(around);
    const unsubscribe = store.subscribe(({ transform: [x, y, zoom] }) => {
      if (own.camera.x === x && own.camera.y === y && own.camera.zoom === zoom) return;
      around.classList.add("moving");
      own.move({ x, y, zoom });
    });
    return () => {
      watch.disconnect();
      unsubscribe();
      own.dispose();
      layer.current = null;
    };
  }, [store, area, canvas]);
  useEffect(() => layer.current?.show(state), [state]);
  useEffect(() => layer.current?.draw(drawing), [drawing]);
  return { layer, size };
}
