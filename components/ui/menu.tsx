"use client";

import { Check } from "lucide-react";
import { cloneElement, createContext, use, useRef, useState, type ComponentProps, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { classNames } from "./class-names";
import type { FloatingSpot } from "./floating";
import { PopupList, type PopupListProps } from "./popup-list";

const itemClass = "flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-chip px-2 py-1 text-start outline-none select-none focus:bg-hover disabled:opacity-55";

const CloseMenu = createContext<() => void>(() => undefined);

/** A button with a menu below it. `open` and `onOpenChange` together give the say to somebody else. */
export function Menu({ trigger, children, align = "end", ...given }: {
  trigger: ReactElement<ComponentProps<"button">>;
  children: ReactNode;
  align?: "start" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [ownOpen, setOwnOpen] = useState(false);
  const [startAt, setStartAt] = useState<"first" | "last" | "list">("list");
  const isOpen = given.open ?? ownOpen;

  function change(open: boolean, start: typeof startAt = "list") {
    setStartAt(start);
    setOwnOpen(open);
    given.onOpenChange?.(open);
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    trigger.props.onKeyDown?.(event);
    if (event.defaultPrevented || event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    change(true, event.key === "ArrowDown" ? "first" : "last");
  }

  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        // A click without a pointer comes from Enter or Space.
        onClick: ({ detail }) => change(!isOpen, detail === 0 ? "first" : "list"),
        onKeyDown,
      })}
      {isOpen && <MenuPanel anchor={button} align={align} startAt={startAt} onClose={() => change(false)}>{children}</MenuPanel>}
    </>
  );
}

/** The items of a menu at a spot, as long as it is drawn. */
export function MenuPanel({ label, anchor, align = "start", startAt = "list", onClose, children }: {
  label?: string;
  anchor: FloatingSpot;
  align?: "start" | "end";
  startAt?: PopupListProps["startAt"];
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <PopupList role="menu" label={label} anchor={anchor} align={align} startAt={startAt} onClose={onClose}>
      <CloseMenu value={onClose}>{children}</CloseMenu>
    </PopupList>
  );
}

export function MenuItem({ onClick, icon, children, danger = false }: { onClick: () => void; icon?: ReactNode; children: ReactNode; danger?: boolean }) {
  const close = use(CloseMenu);
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={() => { close(); onClick(); }} className={classNames(itemClass, danger && "text-danger")}>
      {icon !== undefined && <span className="inline-flex w-4 shrink-0 text-muted">{icon}</span>}
      {children}
    </button>
  );
}

export function MenuCheckItem({ checked, onClick, children }: { checked: boolean; onClick: () => void; children: ReactNode }) {
  const close = use(CloseMenu);
  return (
    <button type="button" role="menuitemcheckbox" aria-checked={checked} tabIndex={-1} onClick={() => { close(); onClick(); }} className={itemClass}>
      {children}
      {checked && <Check size={14} aria-hidden className="shrink-0 text-link" />}
    </button>
  );
}

/** One of several of which exactly one holds. */
export function MenuRadioItem({ checked, onClick, icon, children }: { checked: boolean; onClick: () => void; icon: ReactNode; children: ReactNode }) {
  const close = use(CloseMenu);
  return (
    <button type="button" role="menuitemradio" aria-checked={checked} tabIndex={-1} onClick={() => { close(); onClick(); }} className={itemClass}>
      <span className="inline-flex w-4 shrink-0 text-muted">{icon}</span>
      <span className="min-w-0 flex-1">{children}</span>
      {checked && <Check size={14} aria-hidden className="shrink-0 text-link" />}
    </button>
  );
}

/** A menu item that is a link: a download, mostly; `download` names the file that the browser saves it as. */
export function MenuLink({ href, download, icon, children }: { href: string; download?: string; icon: ReactNode; children: ReactNode }) {
  const close = use(CloseMenu);
  return (
    <a role="menuitem" href={href} download={download} tabIndex={-1} onClick={close} className={itemClass}>
      <span className="inline-flex w-4 shrink-0 text-muted">{icon}</span>
      {children}
    </a>
  );
}

/** Items that belong together, with a line between them and what is above. */
export function MenuGroup({ children }: { children: ReactNode }) {
  return <div role="group" className="not-first:mt-1 not-first:border-t not-first:border-hairline not-first:pt-1">{children}</div>;
}
