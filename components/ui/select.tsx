"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { classNames } from "./class-names";

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
  return (
    <Base.Root items={options} value={value} onValueChange={(next: string | null) => onChange(next ?? "")}>
      <Base.Trigger
        aria-label={label}
        className={classNames("flex h-8 min-w-0 items-center gap-2 rounded-card border border-control bg-surface ps-3 pe-2 text-base hover:bg-hover data-popup-open:bg-hover", className)}
      >
        {prefix !== undefined && <span className="shrink-0 text-muted">{prefix}</span>}
        <span className="min-w-0 flex-1 truncate text-start font-medium"><Base.Value /></span>
        <Base.Icon className="shrink-0 text-muted"><ChevronsUpDown size={14} aria-hidden /></Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="max-w-[min(420px,calc(100vw-32px))] min-w-(--anchor-width) rounded-card border border-hairline bg-surface text-ink shadow-2">
            <Base.List className="max-h-[min(360px,var(--available-height))] overflow-y-auto p-1">
              {options.map(({ value: id, label: text, count }) => (
                <Base.Item key={id} value={id} className="flex min-h-8 cursor-default items-center gap-2 rounded-chip px-2 py-1 outline-none data-highlighted:bg-hover">
                  <span className="inline-flex w-4 shrink-0"><Base.ItemIndicator><Check size={14} aria-hidden /></Base.ItemIndicator></span>
                  <Base.ItemText className="min-w-0 flex-1 break-words">{text}</Base.ItemText>
                  {count !== undefined && <span className="ps-3 text-sm text-muted tabular-nums">{count.toLocaleString("en")}</span>}
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
