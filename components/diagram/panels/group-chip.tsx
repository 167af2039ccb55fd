"use client";

import { ArrowLeft, ArrowRight, GripVertical, X } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { classNames } from "../../ui/class-names";
import { Menu, MenuItem } from "../../ui/menu";
import type { GroupChoice } from "./group-words";

export interface GroupChipProps {
  choice: GroupChoice;
  isFirst: boolean;
  isLast: boolean;
  isDragged: boolean;
  /** Where a dragged chip would be put. */
  drop: "before" | "after" | null;
  onDragStart: (event: PointerEvent) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function GroupChip({ choice: { key, label, hint }, isFirst, isLast, isDragged, drop, onDragStart, onMove, onRemove }: GroupChipProps) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey && event.key === "ArrowLeft") onMove(-1);
    else if (event.altKey && event.key === "ArrowRight") onMove(1);
    else if (event.key === "Delete" || event.key === "Backspace") onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <li
      data-chip={key}
      className={classNames(
        "relative flex h-8 min-w-0 shrink-0 items-center rounded-card border border-control bg-surface",
        isDragged && "opacity-50",
        drop !== null && "before:absolute before:inset-y-0 before:w-0.5 before:rounded-full before:bg-primary",
        drop === "before" && "before:-start-[4px]",
        drop === "after" && "before:-end-[4px]",
      )}
    >
      <span aria-hidden title="Drag to another place" onPointerDown={onDragStart} className="inline-flex h-full w-5 shrink-0 cursor-grab touch-none items-center justify-center text-muted active:cursor-grabbing"><GripVertical size={12} /></span>
      <Menu
        align="start"
        trigger={
          <button type="button" data-label onKeyDown={onKeyDown} title={hint === null ? label : `${hint}: ${label}`} className="flex h-full min-w-0 items-center gap-1 rounded-chip px-0.5 font-medium focus-visible:-outline-offset-2">
            {hint === "Tag" && <span className="font-normal text-muted">tag</span>}
            <span className="max-w-36 truncate [unicode-bidi:isolate]">{label}</span>
          </button>
        }
      >
        {!isFirst && <MenuItem icon={<ArrowLeft size={14} aria-hidden />} onClick={() => onMove(-1)}>Move outwards</MenuItem>}
        {!isLast && <MenuItem icon={<ArrowRight size={14} aria-hidden />} onClick={() => onMove(1)}>Move inwards</MenuItem>}
        <MenuItem icon={<X size={14} aria-hidden />} onClick={onRemove}>Remove</MenuItem>
      </Menu>
      <button type="button" aria-label={`Remove ${label}`} onClick={onRemove} className="inline-flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2"><X size={13} aria-hidden /></button>
    </li>
  );
}
