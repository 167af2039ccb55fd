import { z } from "zod";
import { inventoryJson } from "../../core/resource/inventory-json";
import type { InventoryRenderer } from "../renderer";

const options = z.object({});

/** The resources as the inventory has them, with every relation between them, drawn or not: what the `cloudviz-json` importer reads back. */
export const json: InventoryRenderer<z.infer<typeof options>> = {
  id: "json",
  label: "JSON (resources and relations)",
  reads: "inventory",
  mediaType: "application/json",
  extension: "json",
  options,
  render: inventoryJson,
};
