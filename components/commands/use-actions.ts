"use client";

import { useEffect, useRef, type RefObject } from "react";
import { bindAction, type Action } from "./action";
import { addActionSource, type ActionSource, type KeyHelp } from "./action-registry";
import { listenToKeys } from "./shortcut-listener";

export interface ActionOptions {
  /** Where the keys of `canvas` actions count. */
  canvas?: RefObject<HTMLElement | null>;
  keyHelp?: readonly KeyHelp[];
  reveal?: ActionSource["reveal"];
}

/**
 * Offers actions while the component is there: by their keys, in the palette and in the shortcut sheet. `context` may be
 * another object at every render; an action always gets the last one.
 */
export function useActions<Context>(actions: readonly Action<Context>[], context: Context, { canvas, keyHelp = none, reveal }: ActionOptions = {}): void {
  const last = useRef({ actions, context, reveal });
  useEffect(() => {
    last.current = { actions, context, reveal };
  });
  const canReveal = reveal !== undefined && reveal !== null;
  useEffect(() => {
    const stopListening = listenToKeys();
    const remove = addActionSource({
      actions: () => last.current.actions.map((action) => bindAction(action, last.current.context)),
      keyHelp,
      canvas: () => canvas?.current ?? null,
      reveal: canReveal ? (resource) => last.current.reveal?.(resource) ?? false : null,
    });
    return () => {
      remove();
      stopListening();
    };
  }, [canvas, keyHelp, canReveal]);
}

const none: readonly KeyHelp[] = [];
