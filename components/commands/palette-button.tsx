"use client";

import { Search } from "lucide-react";
import { openPalette } from "./command-windows";
import { KeyCaps } from "./key-caps";

/** Looks like the field that it opens; on a phone only the glass is left. */
export function PaletteButton() {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Meta+K Control+K"
      title="Search and commands"
      onClick={openPalette}
      className="inline-flex h-8 shrink-0 items-center gap-2 rounded-card border border-control bg-surface text-muted transition-colors duration-150 hover:bg-hover max-lg:w-8 max-lg:justify-center max-lg:border-transparent max-lg:bg-transparent max-lg:text-ink lg:w-52 lg:px-2.5"
    >
      <Search size={15} aria-hidden className="shrink-0" />
      <span className="flex-1 text-start max-lg:sr-only">Search…</span>
      <KeyCaps keys="mod+k" className="max-lg:hidden" />
    </button>
  );
}
