"use client";

import { Globe, Share2 } from "lucide-react";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { useActiveShares } from "../data/queries";
import { useDiagramUrl } from "../diagram/state/diagram-url";
import { counted } from "../data/words";
import { buttonClass } from "../ui/button";
import { HeldKeys } from "../ui/held-keys";
import { onDemand } from "../ui/on-demand";

const ShareDialog = onDemand(() => import("./share-dialog").then((module) => module.ShareDialog), HeldKeys);

/** Opens the dialog of a diagram's links, and says while any of them is on that the diagram is shared. */
export function ShareButton({ diagram, isSharing, onSharing }: { diagram: Diagram; isSharing: boolean; onSharing: (isOpen: boolean) => void }) {
  const [url] = useDiagramUrl();
  const { data: active = 0 } = useActiveShares(diagram.id);
  const open = () => onSharing(true);
  return (
    <>
      {active > 0 && (
        <button type="button" title={`${counted(active, "link opens", "links open")} this diagram without an account`} onClick={open} className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full bg-warn-ground px-2.5 text-sm font-medium text-warn hover:underline max-sm:hidden">
          <Globe size={13} aria-hidden /> Shared
        </button>
      )}
      <button type="button" title="Share" aria-haspopup="dialog" aria-keyshortcuts="S" onClick={open} className={buttonClass("plain")}>
        <Share2 size={15} aria-hidden /> <span className="max-md:sr-only">Share</span>
      </button>
      {isSharing && <ShareDialog diagram={diagram} url={url} onClose={() => onSharing(false)} />}
    </>
  );
}
