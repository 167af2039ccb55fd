import { useMemo } from "react";
import { useStore, ViewportPortal } from "@xyflow/react";
import type { Scene } from "@/lib/scene/scene";
import { diagramFont } from "@/lib/scene/text-width";
import { farLabels } from "./far-labels";

// Cards are at 1,000 (canvas-parts).
const aboveCards = 1100;

/** The frames' names at one size on the screen while the picture is too small for those in it. */
export function FrameNames({ scene }: { scene: Scene }) {
  // In steps of 9 %: the labels are placed anew for a step, not for every frame of a zoom.
  const zoom = useStore(({ transform }) => 2 ** (Math.round(Math.log2(transform[2]) * 8) / 8));
  const labels = useMemo(() => farLabels(scene.boxes, zoom), [scene, zoom]);
  return (
    <ViewportPortal>
      {labels.map(({ id, text, x, y, width, height, fontPx, color, border }) => (
        <div
          key={id}
          aria-hidden
          className="diagram-far-label pointer-events-none absolute overflow-hidden text-center font-semibold whitespace-pre"
          style={{ zIndex: aboveCards, left: x, top: y, width, height, fontSize: fontPx, lineHeight: `${height}px`, fontFamily: diagramFont, color, background: scene.background, boxShadow: `inset 0 0 0 ${fontPx / 12}px ${border}`, borderRadius: fontPx / 3 }}
        >
          {text}
        </div>
      ))}
    </ViewportPortal>
  );
}
