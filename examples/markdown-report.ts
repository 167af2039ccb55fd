import { edgeKinds, type Edge, type InventoryRenderer, type Resource, type TitledInventory } from "cloudviz/renderer";
import { z } from "zod";

const options = z.object({
  by: z.enum(["account", "region"]).default("account").meta({ title: "Chapters", labels: { account: "Accounts", region: "Regions" } }),
  relationships: z.boolean().default(true).meta({ title: "Relationships", description: "What leads from each resource to others." }),
});
type Options = z.infer<typeof options>;

/** A report to read or to keep beside the code: a chapter for each account, a table for each type. */
const markdownReport: InventoryRenderer<Options> = {
  id: "markdown-report",
  label: "Markdown report",
  reads: "inventory",
  mediaType: "text/markdown",
  extension: "md",
  options,
  render,
};

export default markdownReport;

function render({ title, resources, edges }: TitledInventory, { by, relationships }: Options): string {
  const names = new Map(resources.map(({ id, name }) => [id, name]));
  const leads = new Map(relationships ? grouped(edges.filter(({ kind }) => kind !== "contains"), ({ from }) => from) : []);
  const chapters = grouped(resources, (resource) => resource[by] ?? "").map(([place, inside]) => {
    const tables = grouped(inside, ({ type }) => type).map(([type, rows]) => `### ${text(type)} (${rows.length})\n\n${table(rows, leads, names)}`);
    return [`## ${place === "" ? `No ${by}` : text(place)}`, ...tables].join("\n\n");
  });
  return `${[`# ${text(title)}`, `${resources.length} resources, ${edges.length} relationships`, ...chapters].join("\n\n")}\n`;
}

function table(rows: readonly Resource[], leads: ReadonlyMap<string, readonly Edge[]>, names: ReadonlyMap<string, string>): string {
  const head = "| name | region | state | leads to |\n| --- | --- | --- | --- |";
  const lines = rows.map(({ id, name, region, state }) => {
    const to = (leads.get(id) ?? []).map((edge) => `${edgeKinds[edge.kind].label} ${text(names.get(edge.to) ?? edge.to)}`);
    return `| ${[text(name), text(region ?? ""), text(state ?? ""), to.join(", ")].join(" | ")} |`;
  });
  return [head, ...lines].join("\n");
}

/** In the order of the groups' names. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Names are other people's text: one line, and no markup of Markdown or HTML in it. */
function text(words: string): string {
  const line = words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  // A colon and a full stop only make links of addresses.
  return line.replace(/[\\`*_{}[\]()#!|~<>&@$]|:(?=\/\/)|(?<=www)\./gi, (sign) => (/[<>&]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`));
}
