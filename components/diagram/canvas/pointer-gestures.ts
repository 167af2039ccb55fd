import type { Point } from "@/lib/scene/placement";
import { longPressMs } from "../../commands/use-long-press";

/** What a drag does: carries boxes along, or draws a selection. */
export type Grip = { kind: "move"; boxes: ReadonlySet<number> } | { kind: "select" };

export interface GestureTarget {
  /** What a press here starts; null leaves it to the canvas, which pans. `point` counts from the canvas's corner. */
  dragFrom(point: Point, event: PointerEvent): Grip | null;
  onHover(point: Point | null): void;
  onClick(point: Point, event: PointerEvent): void;
  onDoubleClick(point: Point): void;
  onDrag(grip: Grip, from: Point, to: Point): void;
  /** `to` is null when the gesture was given up (Esc, the browser took the pointer away). */
  onDrop(grip: Grip, from: Point, to: Point | null, event: { isAdding: boolean }): void;
}

/** A press that moves less is a click. */
const clickPx = 4;

interface Press {
  pointer: number;
  from: Point;
  /** The event's time, ms. */
  since: number;
  drag: Grip | null;
  isDragging: boolean;
}

/**
 * Clicks, drags and hovering on the canvas, told in px from its corner. What a drag claims never reaches React
 * Flow; everything else does, so that panning and zooming stay its own. Gives back what ends the listening.
 */
export function listenToPointer(area: HTMLElement, target: () => GestureTarget): () => void {
  let press: Press | null = null;
  let hover: Point | null = null;
  let hoverFrame = 0;
  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top } = area.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const isIn = ({ target: element }: Event, selector: string) => element instanceof Element && element.closest(selector) !== null;
  const isOnCanvas = (event: Event) => event.target instanceof Element && !isIn(event, "button, input, a, [data-canvas-panel]");

  function tellHover(point: Point | null) {
    hover = point;
    if (hoverFrame === 0) {
      hoverFrame = requestAnimationFrame(() => {
        hoverFrame = 0;
        target().onHover(hover);
      });
    }
  }

  function onDown(event: PointerEvent) {
    if (!isOnCanvas(event)) return;
    if (press !== null) {
      // A second finger: the canvas zooms.
      giveUp();
      return;
    }
    if (event.button !== 0) return;
    const from = pointOf(event);
    press = { pointer: event.pointerId, from, since: event.timeStamp, drag: target().dragFrom(from, event), isDragging: false };
  }

  /** React Flow's own listeners hear mouse and touch events, not pointer events. */
  function onClaimable(event: MouseEvent | TouchEvent) {
    if (press !== null && press.drag !== null) event.stopPropagation();
  }

  function onMove(event: PointerEvent) {
    const point = pointOf(event);
    if (press === null) {
      // Over the words about what was pointed at: they stay.
      if (event.pointerType !== "touch" && !isIn(event, '[role="tooltip"]')) tellHover(isOnCanvas(event) ? point : null);
      return;
    }
    if (event.pointerId !== press.pointer) return;
    if (!press.isDragging && Math.hypot(point.x - press.from.x, point.y - press.from.y) < clickPx) return;
    if (!press.isDragging && press.drag !== null) area.setPointerCapture(event.pointerId);
    press.isDragging = true;
    if (press.drag !== null) target().onDrag(press.drag, press.from, point);
  }

  function onUp(event: PointerEvent) {
    if (press === null || event.pointerId !== press.pointer) return;
    const { from, since, drag, isDragging } = press;
    press = null;
    // A finger that stayed has asked for the menu.
    const isClick = event.pointerType !== "touch" || event.timeStamp - since < longPressMs;
    if (!isDragging && isClick) target().onClick(from, event);
    if (isDragging && drag !== null) target().onDrop(drag, from, pointOf(event), { isAdding: event.shiftKey || event.ctrlKey || event.metaKey });
  }

  function giveUp() {
    if (press === null) return;
    const { from, drag, isDragging } = press;
    press = null;
    if (isDragging && drag !== null) target().onDrop(drag, from, null, { isAdding: false });
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== "Escape" || press?.isDragging !== true) return;
    event.stopPropagation();
    giveUp();
  }

  const ending = new AbortController();
  const { signal } = ending;
  area.addEventListener("pointerdown", onDown, { capture: true, signal });
  area.addEventListener("mousedown", onClaimable, { capture: true, signal });
  area.addEventListener("touchstart", onClaimable, { capture: true, passive: true, signal });
  area.addEventListener("pointermove", onMove, { signal });
  area.addEventListener("pointerup", onUp, { signal });
  area.addEventListener("pointercancel", giveUp, { signal });
  area.addEventListener("pointerleave", () => tellHover(null), { signal });
  area.addEventListener("dblclick", (event) => isOnCanvas(event) && target().onDoubleClick(pointOf(event)), { signal });
  document.addEventListener("keydown", onKey, { capture: true, signal });
  return () => {
    ending.abort();
    cancelAnimationFrame(hoverFrame);
  };
}
