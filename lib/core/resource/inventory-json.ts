import type { Inventory } from "./inventory";

/** Of the JSON in which inventories leave CloudViz and come back; raised when an older reader would misread it. What names none is of the first. */
export const inventoryVersion = 1;

/** An inventory as a file, which the `cloudviz-json` importer reads back. */
export function inventoryJson({ resources, edges, coverage }: Inventory): string {
  return `${JSON.stringify({ cloudviz: inventoryVersion, resources, edges, coverage }, null, 2)}\n`;
}
