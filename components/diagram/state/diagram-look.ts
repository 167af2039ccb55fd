import type { Diagram, Grouping } from "@/lib/core/diagram/diagram";
import type { JsonObject } from "@/lib/core/json";
import { groupingFrom, groupingText } from "@/lib/core/diagram/grouping-text";
import type { DiagramViewQuery } from "@/lib/api-client";
import { optionsFrom, type DiagramUrl } from "./diagram-url";

/** How a diagram is looked at: as it was saved, where the address says nothing else. */
export interface DiagramLook {
  layout: { id: string; options: JsonObject };
  theme: string;
  /** Null = as the preset or the diagram says. */
  grouping: Grouping | null;
}

export function lookOf(diagram: Pick<Diagram, "layout" | "theme">, url: Pick<DiagramUrl, "layout" | "options" | "theme" | "group">): DiagramLook {
  const options = url.options === null ? null : optionsFrom(url.options);
  return {
    layout: url.layout === null ? { id: diagram.layout.id, options: options ?? diagram.layout.options } : { id: url.layout, options: options ?? {} },
    theme: url.theme ?? diagram.theme,
    grouping: url.group === null ? null : groupingFrom(url.group),
  };
}

/** Whether the address shows the diagram otherwise than it was saved. */
export function isOtherLook({ layout, options, theme, group, q }: Pick<DiagramUrl, "layout" | "options" | "theme" | "group" | "q">): boolean {
  return layout !== null || options !== null || theme !== null || group !== null || q.trim() !== "";
}

/** What of an address makes another look, taken out. */
export const asSaved = { layout: null, options: null, theme: null, group: null, q: null } as const;

/** What the server is asked for. */
export function viewQueryOf({ q, group, preset }: Pick<DiagramUrl, "q" | "group" | "preset">): DiagramViewQuery {
  return {
    ...(q.trim() === "" ? {} : { q: q.trim() }),
    ...(group === null ? {} : { group: groupingText(groupingFrom(group)) }),
    ...(preset === null ? {} : { preset }),
  };
}
