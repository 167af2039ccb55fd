import { coverage } from "../../core/resource/coverage";
import type { Coverage } from "../../core/resource/coverage";
import { openDatabase } from "../database";
import { readRevision } from "./revision";
import { readEdgeSightings, readSightings } from "./seen-rows";
import { uniteSightings } from "./unite-sightings";
import type { UnitedInventory } from "./unite-sightings";

export { publishInventory, publishRun } from "./publish-inventory";
export type { Publication } from "./publish-inventory";
export { inventoryRevision } from "./revision";

export interface InventorySnapshot extends UnitedInventory {
  /** Of the moment of reading, also when `at` is long ago. */
  revision: number;
}

/** What all connections see now or, `at` a moment (RFC 3339), saw then: one consistent picture. */
export async function readInventory({ at }: { at: string | null }): Promise<InventorySnapshot> {
  const { prisma } = await openDatabase();
  const moment = at === null ? null : new Date(at);
  return prisma.$transaction(
    async (tx) => {
      const revision = await readRevision(tx);
      const seen = await readSightings(tx, moment);
      const edges = await readEdgeSightings(tx, moment);
      return { revision, ...uniteSightings(seen, edges) };
    },
    // PGlite has one connection, so nothing can be written between the reads there.
    { isolationLevel: "RepeatableRead" },
  );
}

/** What the last publication of each connection could and could not see. */
export async function listCoverage(): Promise<{ connectionId: string; jobId: string | null; coverage: Coverage }[]> {
  const { prisma } = await openDatabase();
  const rows = await prisma.coverage.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ connectionId, jobId, ...row }) => ({ connectionId, jobId, coverage: coverage.parse(row) }));
}
