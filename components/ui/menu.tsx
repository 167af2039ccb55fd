"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

const itemClass = "flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-chip px-2 py-1 text-start outline-none select-none data-highlighted:bg-hover data-disabled:opacity-55";

/** A button with a menu below it. `open` and `onOpenChange` together give the say to somebody else. */
export function Menu({ trigger, children, align = "end", ...state }: { trigger: ReactElement; children: ReactNode; align?: "start" | "end"; open?: boolean; onOpenChange?: (open: boolean) => void }) {
  return (
    <Base.Root {...state}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup className="min-w-48 rounded-card border border-hairline bg-surface p-1 text-ink shadow-2 outline-none">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({ onClick, icon, children, danger = false }: { onClick: () => void; icon: ReactNode; children: ReactNode; danger?: boolean }) {
  return (
    <Base.Item onClick={onClick} className={classNames(itemClass, danger && "text-danger")}>
      <span className="inline-flex w-4 shrink-0 text-muted">{icon}</span>
      {children}
    </Base.Item>
  );
}

/** A menu item that is a link: a download, mostly. */
export function MenuLink({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Base.LinkItem href={href} closeOnClick className={itemClass}>
      <span className="inline-flex w-4 shrink-0 text-muted">{icon}</span>
      {children}
    </Base.LinkItem>
  );
}

export function MenuRadioGroup({ label, value, options, onChange }: {
  label: string;
  value: string;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
  onChange: (value: string) => void;
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: string) => onChange(next)} aria-label={label}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={itemClass}>
          <span className="inline-flex w-4 shrink-0 text-muted">{option.icon}</span>
          <span className="flex-1">{option.label}</span>
          <Base.RadioItemIndicator className="text-link">✓</Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-hairline" />;
}
