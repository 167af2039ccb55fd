import type { Inventory } from "../core/inventory";

/** Leaves out what a person hid from a diagram, with its edges; what a hidden container holds stays. */
export function withoutHidden({ resources, edges }: Pick<Inventory, "resources" | "edges">, hidden: readonly string[]): Pick<Inventory, "resources" | "edges"> {
  if (hidden.length === 0) return { resources, edges };
  const gone = new Set(hidden);
  return { resources: resources.filter(({ id }) => !gone.has(id)), edges: edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)) };
}
