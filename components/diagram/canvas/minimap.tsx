"use client";

import { useEffect, useRef, type PointerEvent } from "react";
import type { Point } from "@/lib/scene/placement";
import type { Camera } from "../painter/camera";
import type { Drawing } from "../painter/drawing";
import { minimapPlace, paintMinimap } from "../painter/minimap";

const size = { width: 200, height: 140 };

/** The whole picture, small, with what is in view; a press or drag goes there. The keyboard has the arrows and the search for that. */
export function Minimap({ drawing, camera, onGo }: { drawing: Drawing; camera: Camera; onGo: (middle: Point) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context === null || context === undefined) return;
    context.canvas.width = Math.round(size.width * camera.pixelRatio);
    context.canvas.height = Math.round(size.height * camera.pixelRatio);
    paintMinimap(context, drawing, size, camera);
  }, [drawing, camera]);

  function go(event: PointerEvent<HTMLCanvasElement>) {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y, zoom } = minimapPlace(drawing, size);
    onGo({ x: (event.clientX - left - x) / zoom, y: (event.clientY - top - y) / zoom });
  }

  return (
    <canvas
      ref={canvas}
      data-canvas-panel
      role="img"
      aria-label="Overview map"
      style={size}
      className="absolute end-3 bottom-3 z-10 hidden cursor-crosshair rounded-card border border-hairline shadow-1 md:block"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    />
  );
}
