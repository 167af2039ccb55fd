"use client";

import { CircleHelp } from "lucide-react";
import type { RefObject } from "react";
import { Popover } from "../ui/popover";
import { filterExamples } from "./filter-examples";

/** The language on one card. `onPick` gets an example that was clicked, after which the card is closed and the box focused. */
export function FilterHelp({ anchor, onPick, focusBox }: { anchor: RefObject<HTMLElement | null>; onPick: (example: string) => void; focusBox: () => void }) {
  return (
    <Popover
      label="How filters are written"
      buttonLabel="How filters are written"
      button={<CircleHelp size={14} aria-hidden />}
      size="wide"
      anchor={anchor}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-ink aria-expanded:bg-hover"
    >
      {(close) => (
        <>
          <h2 className="text-md font-semibold">How filters are written</h2>
          <dl className="mt-2 grid gap-x-3 gap-y-2 sm:grid-cols-[max-content_1fr]">
            {filterExamples.map(({ examples, meaning }) => (
              <div key={meaning} className="contents">
                <dt className="flex flex-wrap gap-1 sm:max-w-56 sm:flex-col sm:items-start">
                  {examples.map((example) => (
                    <button
                      key={example}
                      type="button"
                      onClick={() => {
                        close();
                        focusBox();
                        onPick(example);
                      }}
                      className="min-h-6 max-w-full rounded-chip bg-frame px-1.5 py-0.5 text-start font-mono text-xs break-words hover:bg-hover"
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
        </>
      )}
    </Popover>
  );
}
