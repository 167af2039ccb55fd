"use client";

import { ContextMenu } from "@base-ui/react/context-menu";
import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { bindAction, type Action, type BoundAction } from "./action";
import { KeyCaps } from "./key-caps";

/** Ids of actions in the order of a menu; null = a line between two parts. */
export type MenuOrder = readonly (string | null)[];

export interface ActionMenuProps<Context> {
  actions: readonly Action<Context>[];
  context: Context;
  order: MenuOrder;
}

/**
 * The area that has a context menu: by right click, long press, Shift+F10 or the menu key. `onOpen` comes before the menu is
 * drawn, so that what lies under the pointer can become the selection that the menu is about.
 */
export function ActionMenu<Context>({ children, onOpen, className, label, ...menu }: ActionMenuProps<Context> & { children: ReactNode; onOpen?: (event: Event) => void; className?: string; label: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <ContextMenu.Root
      open={isOpen}
      onOpenChange={(open, { event }) => {
        if (open) onOpen?.(event);
        setIsOpen(open);
      }}
    >
      <ContextMenu.Trigger className={className}>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="z-50 outline-none" collisionPadding={8}>
          <ContextMenu.Popup aria-label={label} className={popupClass}>{isOpen && <ActionItems {...menu} />}</ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** A button that opens a menu of actions. */
export function ActionMenuButton<Context>({ trigger, ...menu }: ActionMenuProps<Context> & { trigger: ReactElement }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Menu.Root open={isOpen} onOpenChange={setIsOpen}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-50 outline-none" collisionPadding={8}>
          <Menu.Popup className={popupClass}>{isOpen && <ActionItems {...menu} />}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const popupClass = "max-h-(--available-height) max-w-[min(360px,calc(100vw-16px))] min-w-56 overflow-y-auto rounded-card border border-hairline bg-surface p-1 text-ink shadow-2 outline-none";
const itemClass = "flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-chip px-2 py-1 text-start outline-none select-none data-highlighted:bg-hover";

/** Only what can be done now: a menu is read from top to bottom each time. */
function ActionItems<Context>({ actions, context, order }: ActionMenuProps<Context>) {
  return menuParts(actions, context, order).map((part, index) => (
    <Menu.Group key={index} className="not-first:mt-1 not-first:border-t not-first:border-hairline not-first:pt-1">
      {part.map((action) => (action.isChecked === null ? <Item key={action.id} action={action} /> : <CheckedItem key={action.id} action={action} />))}
    </Menu.Group>
  ));
}

function Item({ action }: { action: BoundAction }) {
  return <Menu.Item onClick={action.run} className={itemClass}><ItemWords action={action} /></Menu.Item>;
}

function CheckedItem({ action }: { action: BoundAction }) {
  return (
    <Menu.CheckboxItem checked={action.isChecked === true} onCheckedChange={action.run} closeOnClick className={itemClass}>
      <ItemWords action={action} />
      <Menu.CheckboxItemIndicator className="text-link"><Check size={14} aria-hidden /></Menu.CheckboxItemIndicator>
    </Menu.CheckboxItem>
  );
}

function ItemWords({ action: { label, keys = [] } }: { action: BoundAction }) {
  const [first] = keys;
  return (
    <>
      <span className="min-w-0 flex-1 truncate" title={label}>{label}</span>
      {first !== undefined && <KeyCaps keys={first} className="ps-4" />}
    </>
  );
}

/** The actions that can be done, in parts; a part that would be empty is left out. */
export function menuParts<Context>(actions: readonly Action<Context>[], context: Context, order: MenuOrder): readonly (readonly BoundAction[])[] {
  const parts: BoundAction[][] = [[]];
  for (const id of order) {
    const action = id === null ? undefined : actions.find((candidate) => candidate.id === id);
    if (id === null) parts.push([]);
    else if (action !== undefined) {
      const bound = bindAction(action, context);
      if (bound.isEnabled) parts.at(-1)?.push(bound);
    }
  }
  return parts.filter((part) => part.length > 0);
}
