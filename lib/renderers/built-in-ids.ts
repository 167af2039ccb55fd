/** Apart from the table, which brings the formats' own code: pages only need the names. In the order of menus. */
const ids = ["svg", "png", "pdf", "mermaid", "graphviz", "drawio", "d3", "csv", "json"] as const;
export type BuiltInRendererId = (typeof ids)[number];

export const builtInRendererIds: readonly string[] = ids;
