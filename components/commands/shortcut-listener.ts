import type { BoundAction } from "./action";
import { actionSources, type ActionSource } from "./action-registry";
import { isSingleKey, matchesPress, parseKeys } from "./keys";
import { isMac } from "./platform";
import { singleKeys } from "./single-keys";

/** How long a sequence such as G then D waits for its next key. */
const sequenceMs = 2_000;

let pressed: KeyboardEvent[] = [];
let users = 0;

/** Listens to the page's keys as long as somebody wants it; one listener for all, so that G then D is no D. */
export function listenToKeys(): () => void {
  if (users++ === 0) document.addEventListener("keydown", onKeyDown);
  return () => {
    if (--users === 0) document.removeEventListener("keydown", onKeyDown);
  };
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isModifier(event.key) || isForPopover(event)) return;
  pressed = [...pressed.filter((earlier) => event.timeStamp - earlier.timeStamp < sequenceMs), event].slice(-2);
  const found = findAction(pressed) ?? findAction(pressed.slice(-1));
  if (found === null) return;
  pressed = [];
  event.preventDefault();
  found.run();
}

function findAction(presses: readonly KeyboardEvent[]): BoundAction | null {
  const event = presses.at(-1);
  if (event === undefined || presses.some(({ target }) => target !== event.target)) return null;
  const place = placeOf(event.target);
  if (place === "dialog") return null;
  for (const source of actionSources()) {
    for (const action of source.actions()) {
      if (mayRun(action, source, event, place) && action.keys?.some((keys) => isPressed(keys, presses)) === true) return action;
    }
  }
  return null;
}

function isPressed(keys: string, presses: readonly KeyboardEvent[]): boolean {
  const wanted = parseKeys(keys);
  return (
    wanted.length === presses.length &&
    (singleKeys.areOn() || !isSingleKey(keys)) &&
    wanted.every((press, index) => {
      const event = presses[index];
      return event !== undefined && matchesPress(press, event, isMac());
    })
  );
}

function mayRun(action: BoundAction, source: ActionSource, event: KeyboardEvent, place: Place): boolean {
  if (!action.isEnabled || (event.repeat && action.repeats !== true)) return false;
  if (action.scope === "anywhere") return true;
  if (place === "typing") return false;
  return action.scope !== "canvas" || (event.target instanceof Node && source.canvas()?.contains(event.target) === true);
}

/** The browser closes an open popover by Escape wherever the focus is; the key means nothing else then. */
function isForPopover({ key }: KeyboardEvent): boolean {
  return key === "Escape" && document.querySelector('[popover="auto"]:popover-open') !== null;
}

type Place = "dialog" | "typing" | "page";

const typing = 'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="listbox"], [role="combobox"]';

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return "page";
  if (target.closest('[role="dialog"], [role="alertdialog"]') !== null) return "dialog";
  return target.closest(typing) === null ? "page" : "typing";
}

function isModifier(key: string): boolean {
  return ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"].includes(key);
}
