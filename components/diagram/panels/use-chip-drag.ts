"use client";

import { useEffect, useEffectEvent, useState, type PointerEvent as ReactPointerEvent, type RefObject } from "react";
import type { GroupKey } from "@/lib/core/diagram/diagram";

interface Drag {
  key: GroupKey;
  pointer: number;
  /** The chip before which it would be put; the number of chips = behind the last. */
  slot: number;
}

/** Moves a chip of a row (or of several, where they wrap) to where the pointer lets it go; Esc leaves it where it was. */
export function useChipDrag(list: RefObject<HTMLElement | null>, onDrop: (key: GroupKey, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const isDragging = drag !== null;

  const onMove = useEffectEvent((event: PointerEvent) => {
    if (drag === null || event.pointerId !== drag.pointer) return;
    setDrag({ ...drag, slot: slotAt(chipsOf(list.current), event.clientX, event.clientY) });
  });
  const onUp = useEffectEvent((event: PointerEvent) => {
    if (drag === null || event.pointerId !== drag.pointer) return;
    const chips = chipsOf(list.current);
    const from = chips.findIndex((chip) => chip.dataset.chip === drag.key);
    setDrag(null);
    onDrop(drag.key, drag.slot > from ? drag.slot - 1 : drag.slot);
  });
  useEffect(() => {
    if (!isDragging) return;
    const move = (event: PointerEvent) => onMove(event);
    const up = (event: PointerEvent) => onUp(event);
    const cancel = () => setDrag(null);
    const key = (event: KeyboardEvent) => event.key === "Escape" && cancel();
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", key);
    return () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", key);
    };
  }, [isDragging]);

  function start(event: ReactPointerEvent, key: GroupKey) {
    if (event.button !== 0) return;
    event.preventDefault();
    setDrag({ key, pointer: event.pointerId, slot: slotAt(chipsOf(list.current), event.clientX, event.clientY) });
  }
  return { dragged: drag?.key ?? null, slot: drag?.slot ?? -1, start };
}

function chipsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-chip]") ?? [])];
}

/** In reading order: chips of earlier rows, and of this row those whose middle is before the pointer, stay before. */
function slotAt(chips: readonly HTMLElement[], x: number, y: number): number {
  const before = chips.filter((chip) => {
    const { left, right, top, bottom } = chip.getBoundingClientRect();
    if (y > bottom) return true;
    return y >= top && (getComputedStyle(chip).direction === "rtl" ? x < (left + right) / 2 : x > (left + right) / 2);
  });
  return before.length;
}
