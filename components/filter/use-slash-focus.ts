import { useEffect, type RefObject } from "react";

/** A popover that is closed is still in the page. */
const openDialog = '[role="dialog"]:not([popover]), [role="dialog"]:popover-open, [role="alertdialog"]';

/** `/` moves the focus into the box, unless something is being typed or a dialog is open. */
export function useSlashFocus(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (box.current === null || document.querySelector(openDialog) !== null) return;
      event.preventDefault();
      box.current.focus();
      box.current.select();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [box]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}
