"use client";

import { EyeOff, Filter, Focus, Pin, PinOff, X, type LucideIcon } from "lucide-react";
import { number } from "../../data/words";
import { buttonClass } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";

export interface SelectionBarProps {
  count: number;
  onFocus: () => void;
  onHide: () => void;
  /** Null where nothing can be pinned. */
  onPin: (() => void) | null;
  /** Whether all that is selected is pinned: the button then lets go. */
  isPinned: boolean;
  onFilter: () => void;
  onClear: () => void;
}

/** What can be done with what is selected. Nothing while nothing is. */
export function SelectionBar({ count, onFocus, onHide, onPin, isPinned, onFilter, onClear }: SelectionBarProps) {
  if (count === 0) return null;
  return (
    <div role="toolbar" aria-label="Selection" data-canvas-panel className="flex max-w-full items-center gap-0.5 overflow-x-auto rounded-card border border-hairline bg-surface p-1 text-ink shadow-2 [scrollbar-width:none]">
      <p role="status" className="shrink-0 px-2 font-medium whitespace-nowrap tabular-nums">{number(count)} selected</p>
      <Action icon={Focus} label="Focus" onClick={onFocus} />
      <Action icon={EyeOff} label="Hide" onClick={onHide} />
      {onPin !== null && <Action icon={isPinned ? PinOff : Pin} label={isPinned ? "Unpin" : "Pin"} onClick={onPin} />}
      <Action icon={Filter} label="Filter to these" onClick={onFilter} />
      <IconButton label="Clear the selection (Esc)" onClick={onClear}><X size={16} aria-hidden /></IconButton>
    </div>
  );
}

function Action({ icon: Icon, label, onClick }: { icon: LucideIcon; label: string; onClick: () => void }) {
  return (
    <button type="button" title={label} onClick={onClick} className={`${buttonClass("quiet", "close")} focus-visible:-outline-offset-2`}>
      <Icon size={15} aria-hidden className="text-muted" /> <span className="max-sm:sr-only">{label}</span>
    </button>
  );
}
