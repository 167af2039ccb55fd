"use client";

import { ChevronDown, Palette } from "lucide-react";
import { themeOf, themes } from "@/lib/themes";
import { buttonClass } from "../ui/button";
import { Popover } from "../ui/popover";
import { RadioList } from "../ui/radio-list";

/** How the diagram looks, apart from the interface's light and dark; each theme with a picture of itself. */
export function ThemeMenu({ value, onChange }: { value: string; onChange: (theme: string) => void }) {
  return (
    <Popover
      label="Diagram theme"
      className={buttonClass("plain")}
      button={
        <>
          <Palette size={14} aria-hidden className="text-muted" />
          <span className="max-2xl:sr-only"><span className="text-muted">Theme</span> {themeOf(value).label}</span>
          <ChevronDown size={14} aria-hidden className="text-muted" />
        </>
      }
    >
      <RadioList
        label="Diagram theme"
        value={themeOf(value).id}
        options={Object.values(themes).map(({ id, label }) => ({ value: id, label, picture: <Swatch id={id} /> }))}
        onChange={onChange}
      />
    </Popover>
  );
}

/** Two cards and a line on the theme's canvas. */
function Swatch({ id }: { id: string }) {
  const { canvas, surface, border, edge, text, categories } = themeOf(id);
  return (
    <svg width="64" height="28" viewBox="0 0 64 28" aria-hidden className="shrink-0 rounded-chip border border-hairline forced-color-adjust-none">
      <rect width="64" height="28" fill={canvas} />
      <path d="M27 14h10" stroke={edge} strokeWidth="1.5" />
      {([["compute", 4], ["database", 37]] as const).map(([category, x]) => (
        <g key={category}>
          <rect x={x + 0.5} y="7.5" width="22" height="13" rx="2.5" fill={surface} stroke={border} />
          <rect x={x + 3} y="10" width="8" height="8" rx="2" fill={categories[category].fill} />
          <path d={`M${x + 13} 12.5h7M${x + 13} 15.5h5`} stroke={text} strokeWidth="1.25" />
        </g>
      ))}
    </svg>
  );
}
