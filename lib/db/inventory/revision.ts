import type { Transaction } from "../database";
import { openDatabase } from "../database";

/**
 * Counts one change of the inventory. Called last in its transaction: the row stays locked until the commit, so that
 * revisions are visible in the order of their numbers.
 */
export async function bumpRevision(tx: Transaction): Promise<number> {
  const { revision } = await tx.inventoryRevision.upsert({ where: { id: 1 }, create: { id: 1, revision: 1 }, update: { revision: { increment: 1 } } });
  return revision;
}

/** Grows with every change of the inventory; 0 = nothing was ever written. */
export async function inventoryRevision(): Promise<number> {
  const { prisma } = await openDatabase();
  return readRevision(prisma);
}

export async function readRevision(client: Pick<Transaction, "inventoryRevision">): Promise<number> {
  return (await client.inventoryRevision.findUnique({ where: { id: 1 } }))?.revision ?? 0;
}
