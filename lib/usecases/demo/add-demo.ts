import type { DemoAnswer } from "../../core/api/demo";
import type { Connection } from "../../core/connection";
import type { Principal } from "../../core/principal";
import { filterTerm } from "../../graph/filter";
import { link } from "../../graph/link";
import { createDiagram } from "../diagrams/create-diagram";
import { tellWebhooks } from "../webhooks/tell-webhooks";
import { demoSource } from "./demo-source";

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** Adds the demo estate as it was a week ago and as it is now, and a diagram of it; what is there already is answered. */
export async function addDemo(principal: Principal): Promise<DemoAnswer> {
  const [{ createConnection, findConnectionBySource, getConnection, removeConnection }, { listDiagrams }] = await Promise.all([
    import("../../db/connections"),
    import("../../db/diagrams"),
  ]);
  const known = await findConnectionBySource(demoSource);
  if (known !== null) {
    const diagram = (await listDiagrams()).find(({ source }) => source.filter === filterOf(known)) ?? null;
    return { connections: [known], diagram: diagram ?? (await createDemoDiagram(known, principal)) };
  }
  const connection = await createConnection({ ...demoSource, name: "Demo estate", createdBy: principal.id });
  try {
    await publishDemo(connection);
    await tellWebhooks();
  } catch (error) {
    await removeConnection(connection.id);
    throw error;
  }
  return { connections: [(await getConnection(connection.id)) ?? connection], diagram: await createDemoDiagram(connection, principal) };
}

async function publishDemo(connection: Connection): Promise<void> {
  const [{ publishInventory }, { demoEstate }] = await Promise.all([import("../../db/inventory/inventory"), import("../../providers/demo")]);
  const now = Date.now();
  for (const [moment, atMs] of [["last-week", now - weekMs], ["now", now]] as const) {
    const at = new Date(atMs).toISOString();
    const inventory = link(demoEstate(moment), { now: at });
    const { aliases, collectors } = inventory;
    await publishInventory({ connectionId: connection.id, rank: "live", inventory, aliases, collectors, complete: "all", at });
  }
}

/** The demo's own filter, by which its diagrams are found again. */
export function filterOf(connection: Connection): string {
  return filterTerm("source", connection.id);
}

async function createDemoDiagram(connection: Connection, principal: Principal): Promise<DemoAnswer["diagram"]> {
  const { newDiagram } = await import("../../core/api/diagrams");
  return createDiagram(newDiagram.parse({ title: "Demo estate", source: { filter: filterOf(connection), at: null } }), principal);
}
