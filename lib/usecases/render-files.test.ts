import { describe, expect, it } from "vitest";
import { inventory, type Inventory } from "../core/resource/inventory";
import { assetFiles, azureFiles, googleFiles } from "../../tests/fixtures/same-estate-twice";
import { renderFiles } from "./render-files";

type Named = { name: string; content: string };

async function together(files: readonly Named[]): Promise<Inventory> {
  const { content } = await renderFiles(files.map(({ name, content: text }) => ({ name, bytes: Buffer.from(text) })), { format: "json" });
  return inventory.parse(JSON.parse(content.toString()));
}

/** In both orders. */
async function inventoriesOf({ files }: { files: readonly Named[] }): Promise<Inventory[]> {
  return [await together(files), await together(files.toReversed())];
}

describe("several files drawn as one", () => {
  it.each([
    ["a Terraform state and a Resource Graph export", azureFiles],
    ["a Terraform state and an export of Cloud Asset", googleFiles],
    ["two exports of Cloud Asset", assetFiles],
  ])("%s give one resource for each thing, and the edges between what only one of them knows", async (_, estate) => {
    for (const { resources, edges } of await inventoriesOf(estate)) {
      expect(resources.filter(({ origin }) => origin?.kind !== "outside").map(({ id }) => id).sort()).toEqual([...estate.ids].sort());
      expect(resources.filter(({ origin }) => origin?.kind === "outside").map(({ id }) => id)).toEqual([]);
      expect(edges.map(({ id }) => id)).toEqual(expect.arrayContaining([...estate.edges]));
    }
  });
});
