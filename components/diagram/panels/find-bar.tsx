"use client";

import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { number } from "../../data/words";
import { Button } from "../../ui/button";
import { inputClass } from "../../ui/field";
import { IconButton } from "../../ui/icon-button";

export interface FindBarProps {
  text: string;
  onText: (text: string) => void;
  /** How many were found; null while looking. */
  hits: number | null;
  /** Which of them is shown, from 0; −1 = none yet. */
  current: number;
  /** 1 = the next, −1 = the one before; round the ends. */
  onStep: (by: 1 | -1) => void;
  /** Makes a filter of the hits; null where nothing is filtered. */
  onKeep: (() => void) | null;
  onClose: () => void;
}

/** Looks for a text on the canvas: Enter goes to the next hit, Shift+Enter to the one before, Esc ends it. */
export function FindBar({ text, onText, hits, current, onStep, onKeep, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && event.target === input.current) onStep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const hasHits = hits !== null && hits > 0;
  return (
    <div role="search" aria-label="Find on the canvas" data-canvas-panel onKeyDown={onKeyDown} className="flex max-w-full flex-wrap items-center gap-1 rounded-card border border-hairline bg-surface p-1 text-ink shadow-2">
      <div className="relative min-w-0 flex-1 max-sm:basis-full sm:flex-none">
        <Search size={14} aria-hidden className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted" />
        <input ref={input} aria-label="Find" placeholder="Find on the canvas" value={text} spellCheck={false} autoComplete="off" onChange={(event) => onText(event.target.value)} className={`${inputClass} ps-8 pe-16 sm:w-64`} />
        <span role="status" className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 bg-surface text-sm text-muted tabular-nums">
          {text === "" ? "" : hits === null ? "…" : hits === 0 ? "Nothing" : `${number(current + 1)}/${number(hits)}`}
        </span>
      </div>
      <IconButton label="The hit before (Shift+Enter)" disabled={!hasHits} onClick={() => onStep(-1)}><ChevronUp size={16} aria-hidden /></IconButton>
      <IconButton label="The next hit (Enter)" disabled={!hasHits} onClick={() => onStep(1)}><ChevronDown size={16} aria-hidden /></IconButton>
      {onKeep !== null && <Button look="quiet" disabled={!hasHits} onClick={onKeep}>Keep only hits</Button>}
      <IconButton label="End the search (Esc)" onClick={onClose}><X size={16} aria-hidden /></IconButton>
    </div>
  );
}
