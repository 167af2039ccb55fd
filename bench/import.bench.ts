import type { Collected } from "../lib/core/resource/collected";
import { link } from "../lib/graph/link";
import { recognizeImporter } from "../lib/importers/recognize-importer";
import { generateEstate } from "../lib/scenarios/estate";
import { terraformState } from "../lib/scenarios/terraform-state";
import { toImportFile } from "../lib/usecases/imports/to-import-file";
import { measure, reportBytes, reportCount, reportPeakMemory, size } from "./measure";

const now = "2026-01-01T00:00:00Z";
const bytes = new TextEncoder().encode(terraformState(size));
reportBytes("state file", bytes);

const inventory = await measure(
  "import+link (Terraform state)",
  async () => {
    const file = toImportFile("bench.tfstate", bytes);
    const items: Collected[] = [];
    for await (const item of (await recognizeImporter(file)).read(file).collected) items.push(item);
    return link(items, { now });
  },
  { fresh: () => undefined },
);
reportCount("resources", inventory.resources.length);
reportCount("edges", inventory.edges.length);

await measure("link (generated estate)", (items) => link(items, { now }), { fresh: () => generateEstate({ size }) });
reportPeakMemory();
