"use client";

import { Palette } from "lucide-react";
import { themeOf, themes } from "@/lib/themes";
import { RadioList } from "../ui/radio-list";
import { ToolbarMenu } from "./toolbar-menu";

/** How the diagram looks, apart from the interface's light and dark; each theme with a picture of itself. */
export function ThemeMenu({ value, onChange }: { value: string; onChange: (theme: string) => void }) {
  return (
    <ToolbarMenu label="Theme" heading="Diagram theme" icon={Palette} value={themeOf(value).label} goes="first">
      <RadioList
        label="Diagram theme"
        value={themeOf(value).id}
        options={Object.values(themes).map(({ id, label }) => ({ value: id, label, picture: <Swatch id={id} /> }))}
        onChange={onChange}
      />
    </ToolbarMenu>
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
