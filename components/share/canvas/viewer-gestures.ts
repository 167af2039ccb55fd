import type { Point } from "@/lib/scene/placement";
import { isMac } from "../../commands/platform";
import type { ViewerCamera } from "./viewer-camera";

export interface ViewerGestures {
  onHover: (point: Point | null) => void;
  onClick: (point: Point) => void;
  onDoubleClick: (point: Point) => void;
  /** The wheel was turned where it belongs to the page around. */
  onLeftToPage: () => void;
}

/** A press that moves less is a click. */
const clickPx = 4;
/** As React Flow's wheel, so that both canvases feel alike. */
const zoomAPx = { wheel: 0.002, line: 0.05, pinch: 0.02 } as const;

interface Press {
  from: Point;
  now: Point;
}

/**
 * Fingers, pointer and wheel on a picture that is only looked at: a drag pans, two fingers and the wheel zoom. `wheel`: "held"
 * leaves it to the page around, but with Ctrl or ⌘. Points count from the area's corner. Gives back what ends the listening.
 */
export function listenToGestures(area: HTMLElement, camera: ViewerCamera, wheel: "zoom" | "held", target: () => ViewerGestures): () => void {
  const presses = new Map<number, Press>();
  let hasMoved = false;
  let hover: Point | null = null;
  let hoverFrame = 0;
  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = area.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const isOnCanvas = ({ target: element }: Event) => element instanceof Element && element.closest("button, input, a, aside, [data-canvas-panel]") === null;

  function tellHover(point: Point | null) {
    hover = point;
    if (hoverFrame !== 0) return;
    hoverFrame = requestAnimationFrame(() => {
      hoverFrame = 0;
      target().onHover(hover);
    });
  }

  function onDown(event: PointerEvent) {
    if (!isOnCanvas(event) || event.button !== 0) return;
    if (presses.size === 0) hasMoved = false;
    const from = pointOf(event);
    presses.set(event.pointerId, { from, now: from });
  }

  function onMove(event: PointerEvent) {
    const now = pointOf(event);
    const press = presses.get(event.pointerId);
    if (press === undefined) {
      if (event.pointerType !== "touch") tellHover(isOnCanvas(event) ? now : null);
      return;
    }
    if (!hasMoved) {
      if (presses.size === 1 && Math.hypot(now.x - press.from.x, now.y - press.from.y) < clickPx) return;
      hasMoved = true;
      for (const id of presses.keys()) area.setPointerCapture(id);
      tellHover(null);
    }
    const before = grip(presses);
    press.now = now;
    const after = grip(presses);
    camera.panBy({ x: after.x - before.x, y: after.y - before.y });
    if (before.span > 0 && after.span > 0) camera.zoomAround(after, after.span / before.span);
  }

  function onUp(event: PointerEvent) {
    const press = presses.get(event.pointerId);
    presses.delete(event.pointerId);
    if (press !== undefined && presses.size === 0 && !hasMoved) target().onClick(press.from);
  }

  function onWheel(event: WheelEvent) {
    if (!isOnCanvas(event)) return;
    const isHeld = event.ctrlKey || event.metaKey;
    if (wheel === "held" && !isHeld) return target().onLeftToPage();
    event.preventDefault();
    const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? zoomAPx.line : event.ctrlKey && isMac() ? zoomAPx.pinch : zoomAPx.wheel;
    camera.zoomAround(pointOf(event), 2 ** (-event.deltaY * step));
  }

  const ending = new AbortController();
  const { signal } = ending;
  area.addEventListener("pointerdown", onDown, { signal });
  area.addEventListener("pointermove", onMove, { signal });
  area.addEventListener("pointerup", onUp, { signal });
  area.addEventListener("pointercancel", ({ pointerId }) => presses.delete(pointerId), { signal });
  area.addEventListener("pointerleave", () => tellHover(null), { signal });
  area.addEventListener("dblclick", (event) => isOnCanvas(event) && target().onDoubleClick(pointOf(event)), { signal });
  area.addEventListener("wheel", onWheel, { signal, passive: false });
  return () => {
    ending.abort();
    cancelAnimationFrame(hoverFrame);
  };
}

/** The middle of the first two fingers and how far they are apart; of one, the finger itself. */
function grip(presses: ReadonlyMap<number, Press>): Point & { span: number } {
  const [one, other] = [...presses.values()];
  if (one === undefined) return { x: 0, y: 0, span: 0 };
  if (other === undefined) return { ...one.now, span: 0 };
  return { x: (one.now.x + other.now.x) / 2, y: (one.now.y + other.now.y) / 2, span: Math.hypot(one.now.x - other.now.x, one.now.y - other.now.y) };
}
