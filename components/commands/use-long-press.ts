"use client";

import { useRef, type TouchEvent } from "react";

export const longPressMs = 500;
const stillPx = 10;

interface Spot {
  x: number;
  y: number;
}

/**
 * For one finger that stays: Safari on a phone tells no `contextmenu`; elsewhere it comes first, and ends the touch. `onLift` comes
 * when the finger goes, since the browser closes what opened under it. Spots are px of the window.
 */
export function useLongPress({ onHold, onLift }: { onHold: (spot: Spot) => void; onLift: (spot: Spot) => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef<Spot>({ x: 0, y: 0 });
  const held = useRef(false);
  const end = () => {
    clearTimeout(timer.current);
    held.current = false;
  };
  // On the way down: what pans and zooms below keeps touches to itself.
  return {
    onTouchStartCapture({ touches }: TouchEvent) {
      end();
      const touch = touches[0];
      if (touch === undefined || touches.length > 1) return;
      start.current = { x: touch.clientX, y: touch.clientY };
      timer.current = setTimeout(() => {
        held.current = true;
        onHold(start.current);
      }, longPressMs);
    },
    onTouchMoveCapture({ touches }: TouchEvent) {
      const touch = touches[0];
      if (touch !== undefined && Math.hypot(touch.clientX - start.current.x, touch.clientY - start.current.y) > stillPx) end();
    },
    onTouchEndCapture(event: TouchEvent) {
      if (held.current) {
        event.preventDefault();
        onLift(start.current);
      }
      end();
    },
    onTouchCancelCapture: end,
  };
}
