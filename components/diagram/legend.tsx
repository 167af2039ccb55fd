"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import type { LegendEntry, LineStyle, Scene } from "@/lib/scene/scene";
import { themeOf } from "@/lib/themes";
import { Glyph } from "../ui/glyph";
import { arrowHead } from "./line-path";

/** What the colours, glyphs and lines in this picture mean, with how often each is there. */
export function Legend({ scene }: { scene: Scene }) {
  // A phone has no room for it; the scene is only ever drawn in the browser.
  const [open, setOpen] = useState(() => window.matchMedia("(min-width: 640px)").matches);
  const { surface, border } = themeOf(scene.theme);
  const categories = scene.legend.filter(({ kind }) => kind === "category");
  const lines = scene.legend.filter(({ kind }) => kind === "edge");
  if (scene.legend.length === 0) return null;
  return (
    <section aria-label="Legend" className="absolute bottom-3 start-3 z-10 max-h-[calc(100%-80px)] w-52 overflow-y-auto rounded-card border shadow-1 max-sm:w-auto" style={{ background: surface, borderColor: border, color: scene.textColor }}>
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex h-8 w-full items-center gap-2 rounded-card px-3 text-sm font-medium focus-visible:-outline-offset-2">
          <span className="flex-1 text-start">Legend</span>
          <ChevronDown size={14} aria-hidden className={`transition-transform duration-150 ${open ? "" : "rotate-180"}`} />
        </button>
      </h2>
      {open && (
        <div className="flex flex-col gap-2 px-3 pb-2.5">
          <Entries entries={categories} />
          {lines.length > 0 && <Entries entries={lines} />}
        </div>
      )}
    </section>
  );
}

function Entries({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {entries.map((entry) => (
        <li key={entry.id} className="flex items-center gap-2.5 text-sm">
          <Sample entry={entry} />
          <span className="min-w-0 flex-1 truncate first-letter:uppercase">{entry.label}</span>
          <span className="tabular-nums opacity-75">{entry.count}</span>
        </li>
      ))}
    </ul>
  );
}

function Sample({ entry: { glyph, tileFill, glyphColor, line } }: { entry: LegendEntry }) {
  if (line !== null) return <LineSample style={line} />;
  if (glyph === null) return null;
  return (
    <span className="inline-flex h-[18px] w-7 shrink-0 items-center justify-center rounded-chip" style={{ background: tileFill ?? "transparent" }}>
      <Glyph id={glyph} size={13} color={glyphColor ?? "currentColor"} />
    </span>
  );
}

function LineSample({ style }: { style: LineStyle }) {
  const start = { x: 1, y: 6 };
  const end = { x: 27, y: 6 };
  const headRoom = style.endArrow === "filled" ? 6 : 0;
  return (
    <svg width="28" height="12" aria-hidden className="shrink-0">
      <path d={`M${start.x + (style.startArrow === "filled" ? 6 : 0)} 6H${end.x - headRoom}`} stroke={style.stroke} strokeWidth={style.width} strokeDasharray={style.dash} fill="none" />
      {style.endArrow !== "none" && <path d={arrowHead(end, start, 7)} fill={style.endArrow === "filled" ? style.stroke : "none"} stroke={style.stroke} />}
      {style.startArrow !== "none" && <path d={arrowHead(start, end, 7)} fill={style.startArrow === "filled" ? style.stroke : "none"} stroke={style.stroke} />}
    </svg>
  );
}
