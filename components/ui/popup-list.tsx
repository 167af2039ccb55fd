"use client";

import { useEffectEvent, useLayoutEffect, useRef, type ReactNode } from "react";
import { Floating, type FloatingSpot } from "./floating";
import type { FloatingAlign } from "./place-floating";

/** Typing a name goes on for so long. */
const typingMs = 700;
const sizes = {
  menu: "max-h-(--available-height) max-w-[min(360px,calc(100vw-16px))] min-w-52",
  listbox: "max-h-[min(360px,var(--available-height))] max-w-[min(420px,calc(100vw-32px))] min-w-(--anchor-width)",
} as const;

export interface PopupListProps {
  role: "menu" | "listbox";
  id?: string;
  label?: string | undefined;
  anchor: FloatingSpot;
  align?: FloatingAlign;
  /** What has the focus first: one of the items, or the list itself, which shows nothing as chosen. */
  startAt: "first" | "last" | "selected" | "list";
  onClose: () => void;
  children: ReactNode;
}

/**
 * Items below each other that the arrow keys, Home, End and typed letters move through: a menu's or a choice's. Escape, Tab and
 * a press elsewhere close it; the first two give the focus back to where it was.
 */
export function PopupList({ role, id, label, anchor, align = "start", startAt, onClose, children }: PopupListProps) {
  const panel = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const close = useEffectEvent(() => onClose());
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Tab") return close();
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(-1);
    else if (event.key === " " && event.target instanceof HTMLAnchorElement) event.target.click();
    else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) find(event);
    else return;
    event.preventDefault();
    // Of a dialog or a panel around: the key was for the list.
    event.stopPropagation();
  });
  const onPress = useEffectEvent((event: PointerEvent) => {
    const target = event.target as Node;
    const isOnButton = "current" in anchor && anchor.current?.contains(target) === true;
    if (panel.current?.contains(target) !== true && !isOnButton) onClose();
  });

  function items(): HTMLElement[] {
    const itemRoles = role === "menu" ? '[role^="menuitem"]:not(:disabled)' : '[role="option"]';
    return [...(panel.current?.querySelectorAll<HTMLElement>(itemRoles) ?? [])];
  }

  function focus(index: number) {
    items().at(index)?.focus();
  }

  function step(by: 1 | -1) {
    const all = items();
    const present = all.indexOf(document.activeElement as HTMLElement);
    all[present < 0 ? (by === 1 ? 0 : all.length - 1) : (present + by + all.length) % all.length]?.focus();
  }

  function find({ key, timeStamp }: KeyboardEvent) {
    const text = (timeStamp - typed.current.at < typingMs ? typed.current.text : "") + key.toLowerCase();
    typed.current = { text, at: timeStamp };
    const all = items();
    const from = all.indexOf(document.activeElement as HTMLElement) + (text.length === 1 ? 1 : 0);
    [...all.slice(from), ...all.slice(0, from)].find((item) => item.textContent.trim().toLowerCase().startsWith(text))?.focus();
  }

  const start = useEffectEvent(() => {
    const selected = startAt === "selected" ? panel.current?.querySelector<HTMLElement>('[aria-selected="true"], [aria-checked="true"]') : undefined;
    if (startAt === "list") panel.current?.focus();
    else if (selected !== undefined && selected !== null) selected.focus();
    else focus(startAt === "last" ? -1 : 0);
  });

  // Of layout: the focus is given back while it is still in the list, before a dialog that an item opens looks where it was.
  useLayoutEffect(() => {
    const list = panel.current;
    const before = withAncestors(document.activeElement);
    const ownKeyDown = (event: KeyboardEvent) => onKeyDown(event);
    const ownPress = (event: PointerEvent) => onPress(event);
    list?.addEventListener("keydown", ownKeyDown);
    document.addEventListener("pointerdown", ownPress, { capture: true });
    start();
    return () => {
      list?.removeEventListener("keydown", ownKeyDown);
      document.removeEventListener("pointerdown", ownPress, { capture: true });
      if (list?.contains(document.activeElement) === true) before.find((element) => element.isConnected && element.tabIndex >= 0)?.focus({ preventScroll: true });
    };
  }, []);

  return (
    <Floating
      anchor={anchor}
      align={align}
      panel={panel}
      role={role}
      id={id}
      aria-label={label}
      tabIndex={-1}
      onPointerMove={({ target, pointerType }) => {
        const item = target instanceof Element && pointerType === "mouse" ? target.closest<HTMLElement>('[role^="menuitem"], [role="option"]') : null;
        if (item !== null && item !== document.activeElement) item.focus({ preventScroll: true });
      }}
      className={`overflow-y-auto rounded-card border border-hairline bg-surface p-1 text-base text-ink shadow-2 outline-none ${sizes[role]}`}
    >
      {children}
    </Floating>
  );
}

/** What had the focus may be gone when it is given back, as a box of a canvas that is drawn only while it has it: then what is around it. */
function withAncestors(element: Element | null): HTMLElement[] {
  return element instanceof HTMLElement ? [element, ...withAncestors(element.parentElement)] : [];
}
