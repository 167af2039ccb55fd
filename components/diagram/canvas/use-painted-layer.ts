"use client";

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Size } from "@/lib/scene/placement";
import type { Camera } from "../painter/camera";
import type { Drawing } from "../painter/drawing";
import type { PaintState } from "../painter/paint-state";
import { CanvasLayer } from "./canvas-layer";

type Place = Pick<Camera, "x" | "y" | "zoom">;

/** Tells where to look from now on; what it returns ends that. */
export type ListenToCamera = (hear: (place: Place) => void) => () => void;

interface PaintedLayer {
  layer: RefObject<CanvasLayer | null>;
  size: Size;
}

/** Keeps the painted canvas where a camera looks, and as large as its area. `onRest` comes when movement has ended. */
export function usePaintedLayer(area: RefObject<HTMLElement | null>, canvas: RefObject<HTMLCanvasElement | null>, listen: ListenToCamera, drawing: Drawing, state: PaintState, onRest: (camera: Camera) => void): PaintedLayer {
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
    const end = listen((place) => {
      if (own.camera.x === place.x && own.camera.y === place.y && own.camera.zoom === place.zoom) return;
      around.classList.add("moving");
      own.move(place);
    });
    return () => {
      watch.disconnect();
      end();
      own.dispose();
      layer.current = null;
    };
  }, [area, canvas, listen]);
  useEffect(() => layer.current?.show(state), [state]);
  useEffect(() => layer.current?.draw(drawing), [drawing]);
  return { layer, size };
}
