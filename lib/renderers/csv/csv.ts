import { z } from "zod";
import { edgeKinds } from "../../core/resource/edge-kinds";
import type { Resource } from "../../core/resource/resource";
import type { InventoryRenderer, TitledInventory } from "../renderer";
import { csvRow, csvText } from "./csv-row";

const options = z.object({
  list: z.enum(["resources", "relationships"]).default("resources").meta({ title: "Rows", labels: { resources: "Resources", relationships: "Relationships" } }),
  bom: z.boolean().default(true).meta({ title: "Byte order mark", description: "Excel takes the file for UTF-8 only with one." }),
});
type Options = z.infer<typeof options>;

/** What a spreadsheet opens: a row a resource, or a row a relationship. */
export const csv: InventoryRenderer<Options> = {
  id: "csv",
  label: "CSV (table)",
  reads: "inventory",
  mediaType: "text/csv",
  extension: "csv",
  options,
  render: (inventory, { list, bom }) => `${bom ? "\ufeff" : ""}${(list === "resources" ? resourceRows(inventory) : relationshipRows(inventory)).join("")}`,
};

const resourceColumns = ["id", "name", "type", "provider", "account", "region", "zone", "group", "state", "tags", "monthly cost", "currency", "cost basis"];

function resourceRows({ resources }: TitledInventory): string[] {
  return [csvRow(resourceColumns), ...resources.map(resourceRow)];
}

/** An unknown cost is an empty cell: 0 would be summed up. */
function resourceRow({ id, name, type, provider, account, region, zone, group, state, tags, cost: { monthly } }: Resource): string {
  const texts = [id, name, type, provider, account, region ?? "", zone ?? "", group ?? "", state ?? "", tagText(tags)];
  // The amount is a decimal by its schema: an apostrophe before a credit's minus would make it text.
  return csvRow([...texts.map(csvText), monthly?.amount ?? "", csvText(monthly?.currency ?? ""), monthly?.basis ?? ""]);
}

function tagText(tags: Resource["tags"]): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join("; ");
}

const relationshipColumns = ["from name", "relationship", "to name", "from id", "to id", "certainty", "seen by", "seen in"];

function relationshipRows({ resources, edges }: TitledInventory): string[] {
  const names = new Map(resources.map(({ id, name }) => [id, name]));
  const rows = edges.map(({ kind, from, to, certainty, evidence }) =>
    csvRow([names.get(from) ?? "", edgeKinds[kind].label, names.get(to) ?? "", from, to, certainty, evidence.collector, evidence.path].map(csvText)),
  );
  return [csvRow(relationshipColumns), ...rows];
}
