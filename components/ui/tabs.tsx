"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export interface TabItem {
  id: string;
  label: string;
  /** Shown behind the label. */
  count?: number;
  panel: ReactNode;
}

/** Underlined tabs; the panel scrolls. */
export function Tabs({ items, value, onChange, label }: { items: readonly TabItem[]; value: string; onChange: (id: string) => void; label: string }) {
  return (
    <Base.Root value={value} onValueChange={(next: string) => onChange(next)} className="flex min-h-0 flex-1 flex-col">
      <Base.List aria-label={label} className="flex shrink-0 gap-4 border-b border-hairline px-4">
        {items.map(({ id, label: text, count }) => (
          <Base.Tab key={id} value={id} className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent text-base font-medium text-muted hover:text-ink focus-visible:-outline-offset-2 data-active:border-primary data-active:text-ink">
            {text}
            {count !== undefined && <span className="rounded-chip bg-frame px-1 text-xs tabular-nums">{count.toLocaleString("en")}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map(({ id, panel }) => (
        <Base.Panel key={id} value={id} className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2">
          {panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
