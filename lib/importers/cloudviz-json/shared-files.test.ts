import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { CloudVizError } from "../../core/error";
import type { Inventory } from "../../core/resource/inventory";
import { inventoryJson } from "../../core/resource/inventory-json";
import { link } from "../../graph/link";
import { sharedData } from "../../scenarios/shared-data";
import { headOf, readCollected } from "../read-collected";
import { recognizeImporter } from "../recognize-importer";
import { cloudvizJson } from "./cloudviz-json";

const now = "2026-01-01T00:00:00Z";
const largestBytes = 5_000_000;
/** A name beside a password that a part was called after: read again as what it is by now, it goes. */
const loses = /publishingcredentials/i;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
}

/** Null for what no importer reads. */
async function inventoryOf(name: string, bytes: Uint8Array): Promise<Inventory | null> {
  try {
    return link(await readCollected(await recognizeImporter({ name, head: headOf(bytes) }), name, bytes), { now });
  } catch (error) {
    if (error instanceof CloudVizError) return null;
    throw error;
  }
}

function told({ resources, edges, coverage }: Inventory): unknown {
  const things = resources.map(({ origin, ...rest }) => [rest.id, { ...rest, origin: { ...origin, kind: origin?.kind === "outside" } }] as const);
  return { resources: new Map(things), edges: new Map(edges.map((edge) => [edge.id, edge])), coverage };
}

it.each(["azure", "gcp", "tfstate"])("what other people's files of %s hold goes out as our JSON and comes back the same", async (cloud) => {
  const folder = sharedData(cloud);
  if (folder === null) {
    console.log(`No shared data of ${cloud} on this machine: nothing was read.`);
    return;
  }
  let read = 0;
  for (const file of filesUnder(folder)) {
    const bytes = readFileSync(file);
    const inventory = bytes.length > largestBytes || loses.test(file) ? null : await inventoryOf(path.basename(file), bytes);
    if (inventory === null || inventory.resources.length === 0) continue;
    const again = link(await readCollected(cloudvizJson, "diagram.json", inventoryJson(inventory)), { now });
    expect(told(again), file).toEqual(told(inventory));
    expect(again.notices, file).toEqual([]);
    read++;
  }
  expect(read).toBeGreaterThan(50);
}, 120_000);
