"use client";

import { useRef, type KeyboardEvent, type ReactNode } from "react";

export interface TabBarItem<Id extends string> {
  id: Id;
  /** Shown in the tab. */
  content: ReactNode;
}

/** Tabs without their panels: one tab stop, arrow keys move through them, Enter or Space opens one. */
export function TabBar<Id extends string>({ label, items, value, onChange, className, tabClassName }: {
  label: string;
  items: readonly TabBarItem<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
  tabClassName?: string;
}) {
  const bar = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const tabs = [...(bar.current?.children ?? [])] as HTMLElement[];
    const present = tabs.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowRight: present + 1, ArrowLeft: present - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    tabs[next % tabs.length]?.focus();
  }

  return (
    <div ref={bar} role="tablist" aria-label={label} onKeyDown={onKeyDown} className={className}>
      {items.map(({ id, content }) => (
        <button key={id} type="button" role="tab" aria-selected={id === value} tabIndex={id === value ? 0 : -1} onClick={() => onChange(id)} className={tabClassName}>{content}</button>
      ))}
    </div>
  );
}
