"use client";

import { Info } from "lucide-react";
import { counted, number } from "../../data/words";
import { Button } from "../../ui/button";
import { Popover } from "../../ui/popover";

export interface FoldedLine {
  /** In a person's words: "Hidden by the Overview preset", "In tiles at this zoom". */
  reason: string;
  count: number;
  /** The most frequent first. */
  types: readonly { label: string; count: number }[];
}

export interface ShownChipProps {
  shown: number;
  total: number;
  lines: readonly FoldedLine[];
  /** What can be done to see more. */
  ways: readonly { id: string; label: string; onTake: () => void }[];
}

const shownTypes = 4;

/** "Showing 812 of 10,240 · Why?": what is not to be seen one by one, for what reason, and how to see it. Nothing when all is shown. */
export function ShownChip({ shown, total, lines, ways }: ShownChipProps) {
  if (shown >= total && lines.length === 0) return null;
  return (
    <Popover
      label={`${counted(total - shown, "resource")} not shown one by one`}
      data-canvas-panel
      className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-card border border-hairline bg-surface px-2.5 text-sm whitespace-nowrap text-ink shadow-1 hover:bg-hover aria-expanded:bg-hover"
      button={
        <>
          <Info size={14} aria-hidden className="text-muted" />
          <span className="tabular-nums">Showing {number(shown)} of {number(total)}</span>
          <span className="text-link">Why?</span>
        </>
      }
    >
      {(close) => (
        <div data-canvas-panel>
          <h2 className="px-1 text-md font-semibold">{counted(total - shown, "resource")} not shown one by one</h2>
          <ul className="flex flex-col gap-2.5 px-1 py-2.5">
            {lines.map(({ reason, count, types }) => (
              <li key={reason}>
                <p className="flex items-baseline gap-3"><span className="min-w-0 flex-1">{reason}</span><span className="font-medium tabular-nums">{number(count)}</span></p>
                {types.length > 0 && <p className="text-sm text-muted">{typesText(types)}</p>}
              </li>
            ))}
          </ul>
          {ways.length > 0 && (
            <div className="-mx-3 flex flex-wrap gap-1.5 border-t border-hairline px-4 pt-3">
              {ways.map(({ id, label, onTake }) => <Button key={id} size="small" onClick={() => { close(); onTake(); }}>{label}</Button>)}
            </div>
          )}
        </div>
      )}
    </Popover>
  );
}

function typesText(types: FoldedLine["types"]): string {
  const named = types.slice(0, shownTypes).map(({ label, count }) => `${number(count)} ${label}`);
  const others = types.length - named.length;
  return [...named, ...(others > 0 ? [`${counted(others, "other type")}`] : [])].join(", ");
}
