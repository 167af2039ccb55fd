import { link } from "../lib/graph/link";
import { generateEstate } from "../lib/scenarios/estate";
import { terraformState } from "../lib/scenarios/terraform-state";
import { linkFiles } from "../lib/usecases/imports/link-files";
import { measure, reportBytes, reportCount, reportPeakMemory, size } from "./measure";

const now = "2026-01-01T00:00:00Z";
const bytes = new TextEncoder().encode(terraformState(size));
reportBytes("state file", bytes);

const { inventory } = await measure("import+link (Terraform state)", () => linkFiles([{ name: "bench.tfstate", bytes }], { now }), { fresh: () => undefined });
reportCount("resources", inventory.resources.length);
reportCount("edges", inventory.edges.length);

await measure("link (generated estate)", (items) => link(items, { now }), { fresh: () => generateEstate({ size }) });
reportPeakMemory();
