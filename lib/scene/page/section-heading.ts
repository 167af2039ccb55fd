import type { PageRow } from "./page-row";

export function sectionHeading(text: string, color: string): PageRow {
  return { heightPx: 22, parts: [{ kind: "text", x: 0, y: 12, text, sizePx: 11, weight: 600, anchor: "start", color }] };
}
