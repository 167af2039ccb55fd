"use client";

import { useMemo, useRef, useState } from "react";
import { SearchX } from "lucide-react";
import type { SharedDiagram } from "@/lib/core/api/shares";
import type { Overlay } from "@/lib/core/diagram/diagram";
import { themeOf } from "@/lib/themes";
import { counted } from "../data/words";
import { CanvasSkeleton } from "../diagram/editor/canvas-skeleton";
import { LayoutNotice } from "../diagram/editor/layout-notice";
import type { Drawing } from "../diagram/painter/drawing";
import { useDiagramScene } from "../diagram/state/use-diagram-scene";
import { EmptyState } from "../ui/empty-state";
import { onDemand } from "../ui/on-demand";
import { CanvasPanels } from "./canvas/canvas-panels";
import { ViewerCanvas, type ViewerHandle } from "./canvas/viewer-canvas";
import { useCanvasLook } from "./canvas/use-canvas-look";

const BoxDetails = onDemand(() => import("./box-details").then((module) => module.BoxDetails));

/** The server has settled every edit that a shared view has. */
const noOverlay: Overlay = { places: {}, hidden: [], names: {}, notes: {}, collapsed: [], seenAt: null, orphans: {} };
const asArranged = { isSameGrouping: true, isSameLayout: true };

/** Boxes of one answer: a later one may number them differently. */
interface Chosen {
  token: string;
  box: number | null;
}

/** The picture of a shared diagram with what helps to read it. Everything comes from the one answer that the link gave. */
export function SharedCanvas({ shared: { view: answer }, isEmbedded = false }: { shared: SharedDiagram; isEmbedded?: boolean }) {
  const [toggled, setToggled] = useState<readonly number[]>([]);
  const theme = themeOf(answer.theme);
  const shown = useMemo(() => ({ ...answer, collapsed: otherwise(answer.collapsed, toggled) }), [answer, toggled]);
  const subject = toggled.join(" ");
  const scene = useDiagramScene({ answer: shown, names: undefined, overlay: noOverlay, layout: answer.layout, theme, arranged: asArranged, only: null, subject });
  if (answer.shown + answer.outside === 0) {
    return <div className="flex flex-1 items-center justify-center"><EmptyState icon={<SearchX size={28} aria-hidden />} title="Nothing to see here now">What this link shows is not in the inventory at the moment.</EmptyState></div>;
  }
  const { drawn, drawing } = scene;
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      {drawn === null || drawing === null ? (
        <CanvasSkeleton />
      ) : (
        <Picture
          drawing={drawing}
          token={drawn.token}
          fitKey={drawn.subject}
          isEmbedded={isEmbedded}
          noteOf={(box) => answer.notes[String(drawn.origin[box] ?? -1)] ?? null}
          onToggle={(box) => {
            const origin = drawn.origin[box] ?? -1;
            if (box < drawing.view.boxes.frames) setToggled(otherwise(toggled, [origin]));
          }}
        />
      )}
      <LayoutNotice scene={scene} />
    </div>
  );
}

function Picture({ drawing, token, fitKey, isEmbedded, noteOf, onToggle }: {
  drawing: Drawing;
  token: string;
  fitKey: string;
  isEmbedded: boolean;
  noteOf: (box: number) => string | null;
  onToggle: (box: number) => void;
}) {
  const handle = useRef<ViewerHandle>(null);
  const [chosen, setChosen] = useState<Chosen>({ token, box: null });
  const look = useCanvasLook(drawing);
  const [isHinted, setHinted] = useState(false);
  const box = chosen.token === token && chosen.box !== null && chosen.box < drawing.view.boxes.count ? chosen.box : null;
  const choose = (next: number | null) => setChosen({ token, box: next });

  function go(next: number) {
    choose(next);
    handle.current?.reveal(next);
  }

  return (
    <>
      <div className="relative min-h-0 min-w-0 flex-1">
        <ViewerCanvas
          drawing={drawing}
          selected={box}
          onSelect={choose}
          onToggle={onToggle}
          onFind={() => look.setFinding(true)}
          onRest={(camera) => {
            look.setCamera(camera);
            setHinted(false);
          }}
          look={look.paint}
          noteOf={noteOf}
          fitKey={fitKey}
          label={summaryOf(drawing)}
          wheel={isEmbedded ? "held" : "zoom"}
          onLeftToPage={() => setHinted(true)}
          handle={handle}
        />
        <CanvasPanels look={look} drawing={drawing} handle={handle} isEmbedded={isEmbedded} />
        {isHinted && <p role="status" className="pointer-events-none absolute inset-x-0 bottom-3 z-10 mx-auto w-fit rounded-chip bg-ink px-2 py-1 text-sm text-canvas shadow-2">Ctrl + wheel zooms</p>}
      </div>
      {box !== null && <BoxDetails view={drawing.view} box={box} note={noteOf(box)} onGo={go} onClose={() => choose(null)} />}
    </>
  );
}

/** What is in one of the two and not in both. */
function otherwise(some: readonly number[], others: readonly number[]): number[] {
  return [...some.filter((one) => !others.includes(one)), ...others.filter((one) => !some.includes(one))];
}

function summaryOf({ view: { boxes, lines, title } }: Drawing): string {
  return `Diagram ${title}: ${counted(boxes.count - boxes.frames, "resource")}, ${counted(lines.count, "relation")}. Arrow keys move between boxes, Enter tells more about one, plus and minus zoom.`;
}
