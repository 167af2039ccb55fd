"use client";

import { ChevronDown, EyeOff, Focus } from "lucide-react";
import { useState, type CSSProperties } from "react";
import type { GlyphId } from "@/lib/catalogue";
import type { LineStyle } from "@/lib/scene/scene";
import { number } from "../../data/words";
import { classNames } from "../../ui/class-names";
import { Glyph } from "../../ui/glyph";
import { LineSample } from "./line-sample";

export interface LegendItem {
  kind: "category" | "edge";
  id: string;
  label: string;
  /** How many are on the screen, and how many there are in the diagram. */
  count: number;
  total: number;
  glyph: GlyphId | null;
  /** Of the tile and of the glyph on it; null where a line stands for it. */
  colours: { fill: string; glyph: string } | null;
  line: LineStyle | null;
}

export interface LegendProps {
  entries: readonly LegendItem[];
  /** Ids of what is switched off. */
  off: ReadonlySet<string>;
  onToggle: (id: string) => void;
  /** Switches everything else of its kind off; of the only one: everything on again. */
  onOnly: (id: string) => void;
  /** The diagram's own colours: lines and tiles are drawn for them. */
  paper: { surface: string; border: string; text: string; muted: string };
  className?: string;
}

/** What the glyphs, colours and lines on the screen mean, with how many there are; each is a switch, with Alt for "only this". */
export function Legend({ entries, off, onToggle, onOnly, paper, className }: LegendProps) {
  // A phone has no room for it. The legend comes with the canvas, which is only ever drawn in the browser.
  const [open, setOpen] = useState(() => window.matchMedia("(min-width: 640px)").matches);
  if (entries.length === 0) return null;
  const style = { background: paper.surface, borderColor: paper.border, color: paper.text, "--legend-muted": paper.muted } as CSSProperties;
  return (
    <section data-canvas-panel aria-label="Legend" className={classNames("flex max-h-full flex-col overflow-hidden rounded-card border shadow-1", open && "w-56", className)} style={style}>
      <h2 className="shrink-0">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex h-8 w-full items-center gap-2 rounded-card px-3 text-sm font-medium focus-visible:-outline-offset-2">
          <span className="flex-1 text-start">Legend</span>
          {off.size > 0 && <span className="text-xs font-normal text-(--legend-muted)">{number(off.size)} off</span>}
          <ChevronDown size={14} aria-hidden className={`transition-transform duration-150 ${open ? "" : "rotate-180"}`} />
        </button>
      </h2>
      {open && (
        <div className="min-h-0 overflow-y-auto pb-1.5">
          {(["category", "edge"] as const).map((kind) => {
            const shown = entries.filter((entry) => entry.kind === kind);
            return shown.length === 0 ? null : (
              <ul key={kind} aria-label={kind === "category" ? "Resources" : "Relations"} className="not-first:mt-1 not-first:border-t not-first:border-[color-mix(in_srgb,currentColor_18%,transparent)] not-first:pt-1">
                {shown.map((entry) => <Entry key={entry.id} entry={entry} isOff={off.has(entry.id)} onToggle={onToggle} onOnly={onOnly} />)}
              </ul>
            );
          })}
        </div>
      )}
    </section>
  );
}

const rowClass = "hover:bg-[color-mix(in_srgb,currentColor_10%,transparent)]";

function Entry({ entry, isOff, onToggle, onOnly }: { entry: LegendItem; isOff: boolean } & Pick<LegendProps, "onToggle" | "onOnly">) {
  const { id, label, count, total } = entry;
  return (
    <li className="group relative flex items-center">
      <button
        type="button"
        aria-pressed={!isOff}
        title={`${total === count ? number(total) : `${number(count)} on the screen, ${number(total)} in the diagram`}. Alt+click: only this.`}
        onClick={(event) => (event.altKey ? onOnly(id) : onToggle(id))}
        className={classNames("flex min-h-7 min-w-0 flex-1 items-center gap-2.5 rounded-chip py-0.5 ps-3 pe-3 text-start pointer-coarse:pe-9 text-sm focus-visible:-outline-offset-2", rowClass)}
      >
        <span className={classNames("inline-flex w-7 shrink-0 justify-center", isOff && "opacity-40 grayscale")}><Sample entry={entry} /></span>
        <span className={classNames("min-w-0 flex-1 truncate first-letter:uppercase", isOff && "text-(--legend-muted) line-through")}>{label}</span>
        {isOff && <EyeOff size={13} aria-hidden className="shrink-0 text-(--legend-muted)" />}
        <span className="shrink-0 text-(--legend-muted) tabular-nums pointer-fine:group-hover:invisible pointer-fine:group-has-focus-visible:invisible">{number(count)}{count !== total && <span className="max-sm:hidden"> / {number(total)}</span>}</span>
      </button>
      <button
        type="button"
        aria-label={`Only ${label}`}
        title="Only this (Alt+click)"
        onClick={() => onOnly(id)}
        className={classNames("absolute inset-e-2 inline-flex size-6 items-center justify-center rounded-chip opacity-0 group-hover:opacity-100 group-has-focus-visible:opacity-100 pointer-coarse:opacity-100", rowClass)}
      >
        <Focus size={14} aria-hidden />
      </button>
    </li>
  );
}

function Sample({ entry: { glyph, colours, line } }: { entry: LegendItem }) {
  if (line !== null) return <LineSample style={line} />;
  if (glyph === null) return null;
  return (
    <span className="inline-flex h-[18px] w-7 items-center justify-center rounded-chip forced-color-adjust-none" style={{ background: colours?.fill }}>
      <Glyph id={glyph} size={13} color={colours?.glyph ?? "currentColor"} />
    </span>
  );
}
