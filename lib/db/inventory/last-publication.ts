import { openDatabase } from "../database";

/** The last moment at which the inventory can have changed, RFC 3339; null = nothing was ever written. */
export async function lastPublication(): Promise<string | null> {
  const { prisma } = await openDatabase();
  const { _max } = await prisma.publication.aggregate({ _max: { at: true } });
  return _max.at?.toISOString() ?? null;
}
