import type { DiagramUrl } from "../state/diagram-url";

type ShownInPrint = Pick<DiagramUrl, "q" | "group" | "preset" | "layout" | "options">;

/** The print view of what the page shows. Not in its theme: paper is light. */
export function printHref(diagramId: string, url: ShownInPrint): string {
  return `${diagramHref(diagramId, null)}/print${queryOf(url)}`;
}

/** The page of a diagram, where it shows what is printed. */
export function diagramHref(diagramId: string, url: ShownInPrint | null): string {
  return `/d/${encodeURIComponent(diagramId)}${url === null ? "" : queryOf(url)}`;
}

function queryOf({ q, group, preset, layout, options }: ShownInPrint): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, group, preset, layout, options })) if (value !== null && value !== "") query.set(name, value);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
