"use client";

import { ExternalLink } from "lucide-react";
import type { SharedDiagram } from "@/lib/core/api/shares";
import { FreshnessBadge } from "./freshness-badge";
import { sharePath } from "./share-url";
import { SharedCanvas } from "./shared-canvas-on-demand";

/** In a frame on another page: the picture, what it is, and the way to the whole of it. */
export function EmbeddedDiagram({ token, shared }: { token: string; shared: SharedDiagram }) {
  const { title } = shared.view;
  return (
    <div className="flex h-dvh min-h-0 flex-col overflow-hidden">
      <main id="content" tabIndex={-1} className="relative flex min-h-0 flex-1 outline-none">
        <SharedCanvas shared={shared} isEmbedded />
      </main>
      <footer className="flex h-8 shrink-0 items-center gap-2 border-t border-hairline bg-surface px-3">
        <h1 className="min-w-0 flex-1 truncate text-sm font-medium [unicode-bidi:isolate]" title={title}>{title}</h1>
        <span className="max-[380px]:hidden"><FreshnessBadge shared={shared} /></span>
        <a href={sharePath(token)} target="_blank" rel="noopener noreferrer" className="inline-flex shrink-0 items-center gap-1 rounded-chip text-sm font-medium text-link hover:underline">
          Open <ExternalLink size={12} aria-hidden /><span className="sr-only">(new tab)</span>
        </a>
      </footer>
    </div>
  );
}
