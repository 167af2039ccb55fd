import { describe, expect, it } from "vitest";
import type { Collected } from "../../core/resource/collected";
import { inventory as inventorySchema, type Inventory } from "../../core/resource/inventory";
import { link } from "../../graph/link";
import { generateEstate } from "../../scenarios/estate";
import { hostileEstate } from "../../scenarios/hostile-estate";
import { linkFiles } from "../../usecases/imports/link-files";
import { loadRenderer } from "..";
import { inventoryContract, textOf } from "../contract";
import { json } from "./json";

const now = "2026-01-01T00:00:00Z";

/** Linked, and with a file as the origin, which an import gives to what has none. */
function linked(items: Collected[]): Inventory {
  const { resources, edges } = link(items, { now });
  return { resources: resources.map((resource) => ({ ...resource, origin: resource.origin ?? { kind: "cloudviz-json", address: null, merged: [] } })), edges, coverage: [] };
}

async function sentAndRead(inventory: Inventory): Promise<Inventory> {
  const text = String(json.render({ title: "Shop", ...inventory }, {}));
  const { inventory: read, files } = await linkFiles([{ name: "shop.json", bytes: new TextEncoder().encode(text) }], { now });
  expect(files).toMatchObject([{ importer: "cloudviz-json" }]);
  return { resources: read.resources, edges: read.edges, coverage: [] };
}

/** The order of relationships tells nothing. */
function inOrder({ resources, edges }: Inventory): Pick<Inventory, "resources" | "edges"> {
  return { resources, edges: edges.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

describe("json", () => {
  inventoryContract(() => loadRenderer("json"), (output, { resources, edges, coverage }) => {
    expect(inventorySchema.parse(JSON.parse(textOf(output)))).toEqual({ resources, edges, coverage });
  });

  it("comes back through the importer as the same inventory", async () => {
    const inventory = linked(generateEstate({ size: 300 }));
    expect(inOrder(await sentAndRead(inventory))).toEqual(inOrder(inventory));
  });

  it("brings hostile names back too, and what an import drops is dropped once", async () => {
    const inventory = linked(hostileEstate());
    const read = await sentAndRead(inventory);
    expect(read.resources.map(({ name }) => name)).toEqual(inventory.resources.map(({ name }) => name));
    expect(read.edges).toHaveLength(inventory.edges.length);
    expect(inOrder(await sentAndRead(read))).toEqual(inOrder(read));
  });
});
