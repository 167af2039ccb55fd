import { openBenchDatabase } from "./bench-database";
import { linkedEstate } from "./linked-estate";
import { measure, reportBytes, reportPeakMemory } from "./measure";

const close = await openBenchDatabase();
const { createConnection } = await import("../lib/db/connections");
const { publishInventory } = await import("../lib/db/inventory/inventory");
const { GET } = await import("../app/api/v1/graph/route");

const { id: connectionId } = await createConnection({ kind: "file", source: "bench", identity: null, name: "Bench", createdBy: "bench" });
const inventory = linkedEstate();
async function publish(): Promise<void> {
  // Another revision each time: what was read before is not kept.
  const state = new Date().toISOString();
  const [first, ...others] = inventory.resources;
  const resources = first === undefined ? [] : [{ ...first, state }, ...others];
  await publishInventory({ connectionId, rank: "state", inventory: { ...inventory, resources }, aliases: inventory.aliases, complete: "all", at: state });
}

/** The whole way of a request, but for the socket. */
async function get(query: string): Promise<string> {
  const request = new Request(`http://127.0.0.1:3000/api/v1/graph${query}`, { headers: { host: "127.0.0.1:3000" } });
  const response = await GET(request, { params: Promise.resolve({}) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`GET /api/v1/graph answered ${response.status}: ${text.slice(0, 200)}`);
  return text;
}

const body = await measure("GET /api/v1/graph, first read", () => get(""), { fresh: publish });
reportBytes("GET /api/v1/graph", body);
await measure("GET /api/v1/graph, read before", () => get(""), { fresh: () => undefined });
await measure("GET /api/v1/graph?filter=type:*Instance", () => get("?filter=type%3A*Instance"), { fresh: () => undefined });
reportPeakMemory();
await close();
