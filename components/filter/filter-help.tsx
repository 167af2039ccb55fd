"use client";

import { Popover } from "@base-ui/react/popover";
import { CircleHelp } from "lucide-react";
import { useRef, type RefObject } from "react";
import { filterExamples } from "./filter-examples";

/** The language on one card. `onPick` gets an example that was clicked, after which the card is closed and the box focused. */
export function FilterHelp({ anchor, onPick, focusBox }: { anchor: RefObject<HTMLElement | null>; onPick: (example: string) => void; focusBox: () => HTMLElement | null }) {
  const actions = useRef<Popover.Root.Actions>(null);
  return (
    <Popover.Root actionsRef={actions}>
      <Popover.Trigger aria-label="How filters are written" className="inline-flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-ink data-popup-open:bg-hover">
        <CircleHelp size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} sideOffset={6} align="start" className="z-50">
          <Popover.Popup finalFocus={focusBox} className="w-[min(480px,calc(100vw-32px))] rounded-card border border-hairline bg-surface p-4 text-ink shadow-2 outline-none">
            <Popover.Title className="text-md font-semibold">How filters are written</Popover.Title>
            <dl className="mt-2 grid gap-x-3 gap-y-2 sm:grid-cols-[max-content_1fr]">
              {filterExamples.map(({ examples, meaning }) => (
                <div key={meaning} className="contents">
                  <dt className="flex flex-wrap gap-1 sm:max-w-56 sm:flex-col sm:items-start">
                    {examples.map((example) => (
                      <button
                        key={example}
                        type="button"
                        onClick={() => {
                          onPick(example);
                          actions.current?.close();
                        }}
                        className="max-w-full rounded-chip bg-frame px-1.5 py-0.5 text-start font-mono text-xs break-words hover:bg-hover"
                      >
                        {example}
                      </button>
                    ))}
                  </dt>
                  <dd className="text-sm text-muted max-sm:mb-1">{meaning}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-3 border-t border-hairline pt-2 text-sm text-muted">Click an example to add it. <kbd className="rounded-chip border border-control px-1 font-sans text-xs">/</kbd> goes to the filter.</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
