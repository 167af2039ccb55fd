import type { DiagramView } from "@/lib/core/diagram/view";
import { presetLabels } from "@/lib/core/diagram/preset-labels";
import type { VisibleStats } from "../painter/visible-stats";
import type { FoldedLine } from "../panels/shown-chip";

export interface ShownWhy {
  shown: number;
  total: number;
  lines: FoldedLine[];
}

/**
 * How many resources are to be seen one by one, of how many, and for what reasons the others are not. The numbers add up: what
 * nobody listed is drawn too, and counts on neither side.
 */
export function shownWhy(answer: DiagramView, stats: VisibleStats, { preset, isNear }: { preset: string | null; isNear: boolean }): ShownWhy {
  const lines = answer.folded.map(({ reason, count, types }): FoldedLine => ({ reason: foldedBy(reason, preset), count, types }));
  const drawn = stats.drawn + stats.folded + stats.off;
  if (isNear) lines.push({ reason: "Outside the neighbourhood", count: Math.max(0, answer.shown - drawn), types: [] });
  if (stats.folded > 0) lines.push({ reason: "In closed groups and in tiles at this zoom", count: stats.folded, types: [] });
  if (stats.off > 0) lines.push({ reason: "Switched off in the legend", count: stats.off, types: [] });
  // Groups that did not match are drawn for what they hold.
  const around = Math.max(0, drawn - answer.shown);
  return { shown: Math.max(0, stats.drawn - around), total: answer.total, lines: lines.filter(({ count }) => count > 0) };
}

function foldedBy(reason: DiagramView["folded"][number]["reason"], preset: string | null): string {
  if (reason === "filter") return "Not matched by the filter";
  if (reason === "hidden") return "Hidden on this diagram";
  const label = Object.entries(presetLabels).find(([id]) => id === preset)?.[1];
  return label === undefined ? "Left out by the preset" : `Left out by the preset ${label}`;
}
