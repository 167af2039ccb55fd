import { createSerializer } from "nuqs";
import { parsers, type DiagramUrl } from "../state/diagram-url";

const address = createSerializer({ q: parsers.q, group: parsers.group, preset: parsers.preset, layout: parsers.layout, options: parsers.options });

/** The print view of what the page shows. Not in its theme: paper is light. */
export function printHref(diagramId: string, { q, group, preset, layout, options }: Pick<DiagramUrl, "q" | "group" | "preset" | "layout" | "options">): string {
  return address(`/d/${encodeURIComponent(diagramId)}/print`, { q, group, preset, layout, options });
}
