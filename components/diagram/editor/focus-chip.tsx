"use client";

import { X } from "lucide-react";
import { IconButton } from "../../ui/icon-button";

/** Whose neighbourhood is looked at; more and fewer steps, only these, and back to everything. */
export function FocusChip({ name, hops, isOnly, onHops, onOnly, onClear }: { name: string; hops: number; isOnly: boolean; onHops: (hops: number) => void; onOnly: (isOnly: boolean) => void; onClear: () => void }) {
  return (
    <div data-canvas-panel role="group" aria-label="Neighbourhood" className="flex h-8 max-w-full items-center gap-2 rounded-card border border-hairline bg-surface ps-3 text-sm whitespace-nowrap text-ink shadow-1">
      <span className="min-w-0 truncate"><span className="text-muted">Focus</span> <span className="font-medium [unicode-bidi:isolate]">{name}</span></span>
      <span className="flex items-center" role="radiogroup" aria-label="Steps">
        {[1, 2, 3].map((step) => (
          <button key={step} type="button" role="radio" aria-checked={hops === step} aria-label={step === 1 ? "1 step" : `${step} steps`} onClick={() => onHops(step)} className="inline-flex size-6 items-center justify-center rounded-chip tabular-nums hover:bg-hover aria-checked:bg-hover aria-checked:font-semibold">
            {step}
          </button>
        ))}
      </span>
      <label className="flex items-center gap-1.5">
        <input type="checkbox" checked={isOnly} onChange={({ target }) => onOnly(target.checked)} className="size-3.5 accent-(--primary)" /> Hide others
      </label>
      <IconButton label="Show everything again" onClick={onClear}><X size={14} aria-hidden /></IconButton>
    </div>
  );
}
