"use client";

import { X } from "lucide-react";
import { useId } from "react";
import { IconButton } from "../../ui/icon-button";

/** Whose neighbourhood is looked at; more and fewer steps, only these, and back to everything. */
export function FocusChip({ name, hops, isOnly, onHops, onOnly, onClear }: { name: string; hops: number; isOnly: boolean; onHops: (hops: number) => void; onOnly: (isOnly: boolean) => void; onClear: () => void }) {
  const group = useId();
  return (
    <div data-canvas-panel role="group" aria-label="Neighbourhood" className="flex h-8 max-w-full items-center gap-2 rounded-card border border-hairline bg-surface ps-3 text-sm whitespace-nowrap text-ink shadow-1">
      <span className="min-w-0 truncate"><span className="text-muted">Focus</span> <span className="font-medium [unicode-bidi:isolate]">{name}</span></span>
      <fieldset className="flex shrink-0 items-center">
        <legend className="sr-only">Steps</legend>
        {([1, 2, 3] as const).map((step) => (
          <label key={step} className="inline-flex size-6 cursor-pointer items-center justify-center rounded-chip tabular-nums hover:bg-hover has-checked:bg-hover has-checked:font-semibold has-focus-visible:outline-[2.5px] has-focus-visible:outline-focus">
            <input type="radio" name={group} aria-label={step === 1 ? "1 step" : `${step} steps`} checked={hops === step} onChange={() => onHops(step)} className="sr-only" />
            {step}
          </label>
        ))}
      </fieldset>
      <label className="flex items-center gap-1.5">
        <input type="checkbox" checked={isOnly} onChange={({ target }) => onOnly(target.checked)} className="size-3.5 accent-(--primary)" /> Hide others
      </label>
      <IconButton label="Show everything again" onClick={onClear}><X size={14} aria-hidden /></IconButton>
    </div>
  );
}
