import { openBenchDatabase } from "./bench-database";
import { linkedEstate } from "./linked-estate";
import { measure, reportCount, reportPeakMemory } from "./measure";

const close = await openBenchDatabase();
const { createConnection, removeConnection } = await import("../lib/db/connections");
const { publishInventory } = await import("../lib/db/inventory/inventory");
const inventory = linkedEstate();
reportCount("resources", inventory.resources.length);
reportCount("edges", inventory.edges.length);

let connectionId = "";
async function emptyConnection(): Promise<void> {
  if (connectionId !== "") await removeConnection(connectionId);
  const made = await createConnection({ kind: "file", source: "bench", identity: null, name: "Bench", createdBy: "bench" });
  connectionId = made.id;
}
function publish(changed: number, at: Date): Promise<unknown> {
  const resources = inventory.resources.map((resource, index) => (index < changed ? { ...resource, state: `changed ${at.toISOString()}` } : resource));
  return publishInventory({ connectionId, rank: "state", inventory: { ...inventory, resources }, aliases: inventory.aliases, complete: "all", at: at.toISOString() });
}

await measure("write, first time", () => publish(0, new Date()), { runs: 3, fresh: emptyConnection });
await measure("write, nothing changed", () => publish(0, new Date()), { runs: 3, fresh: () => undefined });
await measure("write, one in ten changed", () => publish(inventory.resources.length / 10, new Date()), { runs: 3, fresh: () => undefined });
reportPeakMemory();
await close();
