"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { isCard } from "@/lib/scene/box-words";
import { edgeKinds } from "@/lib/core/resource/edge-kinds";
import type { Size } from "@/lib/scene/placement";
import { lineFlags, lineKinds, type View } from "@/lib/scene/view/view";
import { number } from "../../data/words";
import type { Rect } from "../painter/camera";
import type { Hit } from "../painter/hit-test";
import { tooltipPlace } from "./tooltip-place";

const patienceMs = 400;

export interface HitTooltipProps {
  view: View;
  hit: Hit;
  /** What is pointed at, in px from the canvas's corner. */
  at: Rect;
  area: Size;
  note: string | null;
}

/**
 * What is under the pointer or has the keyboard, in full words, after a moment. It stays while the pointer goes over to it; Esc,
 * a press and the wheel dismiss it. Made anew for what is pointed at next.
 */
export function HitTooltip({ view, hit, at, area, note }: HitTooltipProps) {
  const [shownAt, setShownAt] = useState<Rect | null>(null);
  const show = useEffectEvent(() => setShownAt(at));
  const dismiss = () => setShownAt(null);
  useEffect(() => {
    const timer = setTimeout(show, patienceMs);
    const hide = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      clearTimeout(timer);
      setShownAt(null);
    };
    document.addEventListener("keydown", hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", hide);
    };
  }, []);
  if (shownAt === null) return null;
  const [title, ...rest] = hit.kind === "box" ? boxWords(view, hit.box) : hit.kind === "line" ? lineWords(view, hit.line) : mergedWords(view, hit);
  return (
    // A box may have moved on the screen since; of a line it stays where the pointer came to rest.
    <div role="tooltip" data-canvas-panel onPointerDown={dismiss} onWheel={dismiss} className="absolute z-20 max-w-[280px] py-1.5 in-[.moving]:invisible" style={tooltipPlace(hit.kind === "box" ? at : shownAt, area)}>
      <div className="rounded-card border border-hairline bg-surface px-3 py-2 text-sm text-ink shadow-2">
        <p className="font-medium break-words [unicode-bidi:isolate]">{title}</p>
        {rest.map((words, index) => <p key={index} className="text-muted [unicode-bidi:isolate]">{words}</p>)}
        {note !== null && <p className="mt-1 line-clamp-6 border-t border-hairline pt-1 break-words whitespace-pre-wrap">{note}</p>}
      </div>
    </div>
  );
}

function boxWords({ boxes, words, types, ...view }: View, box: number): string[] {
  const whole = { boxes, words, types, ...view };
  const type = types[boxes.type[box] ?? -1]?.label ?? "";
  const lines = [boxes.title[box] ?? "", words[boxes.subtitle[box] ?? -1] ?? type, words[boxes.meta[box] ?? -1] ?? ""];
  if (!isCard(whole, box)) return [...new Set([lines[0] ?? "", lines[1] ?? "", `${number(boxes.held[box] ?? 0)} inside`])].filter((words) => words !== "");
  return lines.filter((words) => words !== "");
}

function lineWords({ boxes, lines }: View, line: number): string[] {
  const kind = lineKinds[lines.kind[line] ?? 0] ?? "contains";
  const merged = lines.merged[line] ?? 1;
  const isDerived = ((lines.flags[line] ?? 0) & lineFlags.derived) !== 0;
  return [
    `${boxes.title[lines.from[line] ?? -1] ?? ""} ${edgeKinds[kind].label} ${boxes.title[lines.to[line] ?? -1] ?? ""}`,
    ...(merged > 1 ? [`${number(merged)} relations`] : []),
    ...(isDerived ? ["Inferred from text, not declared"] : []),
  ];
}

function mergedWords({ boxes, lines }: View, hit: Extract<Hit, { kind: "merged" }>): string[] {
  const counts = new Map<string, number>();
  for (const line of hit.lines) {
    const { label } = edgeKinds[lineKinds[lines.kind[line] ?? 0] ?? "contains"];
    counts.set(label, (counts.get(label) ?? 0) + (lines.merged[line] ?? 1));
  }
  const kinds = [...counts].sort((one, other) => other[1] - one[1]).map(([label, count]) => `${number(count)} × ${label}`);
  return [`${boxes.title[hit.from] ?? ""} ↔ ${boxes.title[hit.to] ?? ""}`, ...kinds.slice(0, 6)];
}
