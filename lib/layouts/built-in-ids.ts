/** Apart from the table, which brings what keeps places: pages only need the names. */
const ids = ["hierarchical", "force", "circular", "grid"] as const;
export type BuiltInLayoutId = (typeof ids)[number];

export const builtInLayoutIds: readonly string[] = ids;
