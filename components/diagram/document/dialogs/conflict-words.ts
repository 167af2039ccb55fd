import type { Place } from "@/lib/core/diagram/diagram";
import type { Conflict } from "../rebase";

/** What was changed, and to what, for people. */
export function conflictWords({ part, mine, theirs }: Conflict): { what: string; mine: string; theirs: string } {
  const { what, value } = words[part];
  return { what, mine: value(mine), theirs: value(theirs) };
}

const words: Record<Conflict["part"], { what: string; value: (value: unknown) => string }> = {
  places: { what: "place", value: placeWords },
  names: { what: "name", value: (value) => text(value, "Its own name") },
  notes: { what: "note", value: (value) => text(value, "No note") },
  hidden: { what: "shown or hidden", value: (value) => (value === true ? "Hidden" : "Shown") },
  collapsed: { what: "collapsed or expanded", value: (value) => (value === true ? "Collapsed" : "Expanded") },
  orphans: { what: "edits of what is gone", value: (value) => (value === null ? "Dropped or given away" : "Kept") },
  title: { what: "Title", value: (value) => text(value, "") },
  theme: { what: "Theme", value: (value) => text(value, "") },
  layout: { what: "Layout", value: (value) => text((value as { id?: unknown } | null)?.id, "") },
  grouping: { what: "Grouping", value: (value) => (Array.isArray(value) && value.length > 0 ? value.join(" › ") : "None") },
  source: { what: "Filter", value: (value) => text((value as { filter?: unknown } | null)?.filter, "Everything") },
};

function placeWords(value: unknown): string {
  if (value === null) return "Where the layout puts it";
  const { x, y, pinned } = value as Place;
  return `${Math.round(x)} from the left, ${Math.round(y)} from the top${pinned ? ", pinned" : ""}`;
}

function text(value: unknown, none: string): string {
  return typeof value === "string" && value !== "" ? value : none;
}
