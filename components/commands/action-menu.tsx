"use client";

import { useState, type ComponentProps, type ReactElement, type ReactNode } from "react";
import { classNames } from "../ui/class-names";
import { Menu, MenuCheckItem, MenuGroup, MenuItem, MenuPanel } from "../ui/menu";
import { bindAction, type Action, type BoundAction } from "./action";
import { KeyCaps } from "./key-caps";
import { useLongPress } from "./use-long-press";

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
  const [spot, setSpot] = useState<{ x: number; y: number } | null>(null);
  const longPress = useLongPress({ onHold: ({ x, y }) => onOpen?.(new MouseEvent("contextmenu", { clientX: x, clientY: y })), onLift: setSpot });
  return (
    <>
      <div
        onContextMenu={(event) => {
          event.preventDefault();
          onOpen?.(event.nativeEvent);
          setSpot({ x: event.clientX, y: event.clientY });
        }}
        {...longPress}
        className={classNames("[-webkit-touch-callout:none]", className)}
      >
        {children}
      </div>
      {spot !== null && <MenuPanel label={label} anchor={spot} startAt="list" onClose={() => setSpot(null)}><ActionItems {...menu} /></MenuPanel>}
    </>
  );
}

/** A button that opens a menu of actions. */
export function ActionMenuButton<Context>({ trigger, ...menu }: ActionMenuProps<Context> & { trigger: ReactElement<ComponentProps<"button">> }) {
  return <Menu trigger={trigger}><ActionItems {...menu} /></Menu>;
}

/** Only what can be done now: a menu is read from top to bottom each time. */
function ActionItems<Context>({ actions, context, order }: ActionMenuProps<Context>) {
  return menuParts(actions, context, order).map((part, index) => (
    <MenuGroup key={index}>
      {part.map((action) => action.isChecked === null
        ? <MenuItem key={action.id} onClick={action.run}><ItemWords action={action} /></MenuItem>
        : <MenuCheckItem key={action.id} checked={action.isChecked} onClick={action.run}><ItemWords action={action} /></MenuCheckItem>)}
    </MenuGroup>
  ));
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
