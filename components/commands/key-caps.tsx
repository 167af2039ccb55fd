"use client";

import { classNames } from "../ui/class-names";
import { keysText, spellKeys } from "./keys";
import { useIsMac } from "./platform";

/** A shortcut as keys to look at: `Ctrl` `Shift` `Z`. */
export function KeyCaps({ keys, className }: { keys: string; className?: string }) {
  const isMac = useIsMac();
  return (
    <span className={classNames("inline-flex shrink-0 items-center gap-1", className)}>
      <span className="sr-only">{keysText(keys, isMac)}</span>
      {spellKeys(keys, isMac).map((press, index) => (
        <span key={index} aria-hidden className="inline-flex items-center gap-1">
          {index > 0 && <span className="text-xs text-muted">then</span>}
          {press.map((name) => <kbd key={name} className="inline-flex h-5 min-w-5 items-center justify-center rounded-chip border border-hairline bg-frame px-1 font-sans text-xs text-muted">{name}</kbd>)}
        </span>
      ))}
    </span>
  );
}
