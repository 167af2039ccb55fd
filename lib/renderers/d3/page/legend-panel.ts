import type { LegendRow, PageData } from "../page-data";
import { icon, make } from "./dom";

/** What is in the picture; a row switches its kind off and on. */
export function legendPanel({ legend, glyphs, glyphSize, glyphStroke, lineLooks }: PageData, onToggled: (row: string, isHidden: boolean) => void, isOpen: boolean): HTMLElement {
  const rows = (kind: LegendRow["kind"]): Node[] => legend.filter((row) => row.kind === kind).map((row) => make("li", {}, toggle(row, sample(row), onToggled)));

  function sample({ glyph, fill, ink, look }: LegendRow): Node {
    if (fill !== null) {
      const tile = make("span", { class: "tile" }, icon(glyphs[glyph] ?? "", glyphSize, glyphStroke));
      tile.style.background = fill;
      tile.style.color = ink ?? "";
      return tile;
    }
    const line = lineLooks[look];
    const drawn = icon("M0 6H26", 26, line?.width ?? 1.5);
    drawn.setAttribute("viewBox", "0 0 26 12");
    drawn.setAttribute("stroke-linecap", "butt");
    drawn.setAttribute("stroke", line?.stroke ?? "currentColor");
    drawn.setAttribute("stroke-dasharray", (line?.dash ?? []).join(" "));
    return make("span", { class: "line" }, drawn);
  }

  const sections = [["Resources", "category"], ["Relationships", "edge"]] as const;
  const element = make("details", { class: "panel legend" }, make("summary", {}, "Legend"), ...sections.flatMap(([title, kind]) => (rows(kind).length === 0 ? [] : [make("h3", {}, title), make("ul", {}, ...rows(kind))])));
  element.open = isOpen;
  return element;
}

function toggle({ kind, id, label, count }: LegendRow, sample: Node, onToggled: (row: string, isHidden: boolean) => void): HTMLElement {
  const element = make("button", { type: "button", "aria-pressed": "true", title: "Hide or show" }, sample, make("span", { class: "name" }, label), make("span", { class: "number" }, count.toLocaleString("en")));
  element.addEventListener("click", () => {
    const isHidden = element.getAttribute("aria-pressed") === "true";
    element.setAttribute("aria-pressed", String(!isHidden));
    onToggled(`${kind}:${id}`, isHidden);
  });
  return element;
}
