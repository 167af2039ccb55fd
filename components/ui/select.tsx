"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { PopupList } from "./popup-list";

export interface SelectOption {
  value: string;
  label: string;
  /** How many things this choice leaves. */
  count?: number;
}

/** A choice of one. `label` names it for screen readers; `prefix` is the same in short, shown before the value. */
export function Select({ label, prefix, value, options, onChange, className }: {
  label: string;
  prefix?: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  className?: string;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setOpen(true);
        }}
        className={classNames("flex h-8 min-w-0 items-center gap-2 rounded-card border border-control bg-surface ps-3 pe-2 text-base hover:bg-hover aria-expanded:bg-hover", className)}
      >
        {prefix !== undefined && <span className="shrink-0 text-muted">{prefix}</span>}
        <span className="min-w-0 flex-1 truncate text-start font-medium">{options.find((option) => option.value === value)?.label ?? value}</span>
        <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
      </button>
      {isOpen && (
        <PopupList role="listbox" id={id} label={label} anchor={button} startAt="selected" onClose={() => setOpen(false)}>
          {options.map((option) => (
            <button
              key={option.value}
              type="button"
              role="option"
              aria-selected={option.value === value}
              tabIndex={-1}
              onClick={() => {
                setOpen(false);
                onChange(option.value);
              }}
              className="flex min-h-8 w-full cursor-default items-center gap-2 rounded-chip px-2 py-1 text-start outline-none focus:bg-hover"
            >
              <span className="inline-flex w-4 shrink-0">{option.value === value && <Check size={14} aria-hidden />}</span>
              <span className="min-w-0 flex-1 break-words">{option.label}</span>
              {option.count !== undefined && <span className="ps-3 text-sm text-muted tabular-nums">{option.count.toLocaleString("en")}</span>}
            </button>
          ))}
        </PopupList>
      )}
    </>
  );
}
