"use client";

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Size } from "@/lib/scene/placement";
import { CanvasLayer } from "../../diagram/canvas/canvas-layer";
import type { Camera } from "../../diagram/painter/camera";
import type { Drawing } from "../../diagram/painter/drawing";
import type { PaintState } from "../../diagram/painter/paint-state";
import type { ViewerCamera } from "./viewer-camera";

/** Keeps the painted canvas where the camera looks, and as large as its area. `onRest` comes when movement has ended. */
export function useViewerLayer(area: RefObject<HTMLElement | null>, canvas: RefObject<HTMLCanvasElement | null>, camera: ViewerCamera, drawing: Drawing, state: PaintState, onRest: (camera: Camera) => void): { layer: RefObject<CanvasLayer | null>; size: Size } {
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
    const own = new CanvasLayer(canvas.current, (at) => {
      around.classList.remove("moving");
      latest.current.onRest(at);
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
    const end = camera.listen((at) => {
      around.classList.add("moving");
      own.move(at);
    });
    return () => {
      watch.disconnect();
      end();
      own.dispose();
      layer.current = null;
    };
  }, [area, canvas, camera]);
  useEffect(() => layer.current?.show(state), [state]);
  useEffect(() => layer.current?.draw(drawing), [drawing]);
  return { layer, size };
}
