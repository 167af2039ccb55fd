"use client";

import { useLayoutEffect } from "react";

/** Stands for what will take the keyboard, while it is loaded: what is typed in the meantime is for it, not for the page below. */
export function HeldKeys() {
  useLayoutEffect(holdKeys, []);
  return null;
}

/** How long the focus may take to come after the part has been drawn. */
const mostMs = 1_000;

/** Keeps keys from the page until the function that is returned is called; from then on they go to what gets the focus. */
function holdKeys(): () => void {
  const held: KeyboardEvent[] = [];
  const before = document.activeElement;
  function hold(event: KeyboardEvent) {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    if (isForBrowser(event)) return;
    event.preventDefault();
    if (!event.repeat) held.push(event);
  }
  async function give() {
    const until = performance.now() + mostMs;
    while (document.activeElement === before && performance.now() < until) await nextFrame();
    if (held.length > 0 && document.activeElement !== before) {
      const { pressAgain } = await import("./press-again");
      // More may be typed meanwhile: it comes after what was typed before.
      for (const event of held) {
        pressAgain(event);
        await nextFrame();
      }
    }
    window.removeEventListener("keydown", hold, { capture: true });
  }
  window.addEventListener("keydown", hold, { capture: true });
  return () => void give();
}

/** Reload, another tab, tools for developers. */
function isForBrowser({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || /^F\d/.test(key);
}

function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
