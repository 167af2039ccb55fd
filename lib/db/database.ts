import { env } from "../config/env";
import type { Engine } from "./engine/engine";
import { PrismaClient } from "./generated/client";
import { migrate } from "./engine/migrate";

export interface Database {
  prisma: Client;
  engine: Engine;
}

/** What the repositories are given inside a transaction. On PGlite, the outer client must not be used there: it waits. */
export type Transaction = Parameters<Parameters<Client["$transaction"]>[0]>[0];

type Client = ReturnType<typeof makeClient>;

export interface DatabaseSettings {
  /** `postgresql://…`; null = the embedded database. */
  databaseUrl: string | null;
  /** Where the embedded database lives. */
  dataDir: string;
}

// Next loads instrumentation and routes as separate module instances of one process: only globalThis is shared.
const slot = Symbol.for("cloudviz.database");
const shared = globalThis as typeof globalThis & { [slot]?: Promise<Database> | undefined };

/**
 * The process's one database, opened and migrated when first asked for: PostgreSQL by DATABASE_URL, else PGlite in the
 * data directory. A failed opening is tried again by the next call.
 * @throws CloudVizError "unavailable", saying why and what to do.
 */
export function openDatabase(settings: DatabaseSettings = env()): Promise<Database> {
  return (shared[slot] ??= open(settings).catch((error: unknown) => {
    shared[slot] = undefined;
    throw error;
  }));
}

/** Closes the database if it is open, and gives the data directory back. */
export async function closeDatabase(): Promise<void> {
  const opening = shared[slot];
  shared[slot] = undefined;
  if (opening === undefined) return;
  const database = await opening;
  await database.prisma.$disconnect();
  await database.engine.close();
}

async function open(settings: DatabaseSettings): Promise<Database> {
  const engine = await openEngine(settings);
  try {
    await engine.transaction((session) => migrate(session));
    return { engine, prisma: makeClient(engine) };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Each engine is loaded when it is chosen: PGlite alone is 20 MB of WebAssembly. */
async function openEngine({ databaseUrl, dataDir }: DatabaseSettings): Promise<Engine> {
  if (databaseUrl !== null) return (await import("./engine/postgres")).openPostgres(databaseUrl);
  return (await import("./engine/pglite")).openPGlite(dataDir);
}

function makeClient(engine: Engine) {
  return new PrismaClient({
    adapter: engine.adapter,
    omit: { export: { content: true }, connection: { sealedCredentials: true }, webhook: { sealedSecret: true, sealedOldSecret: true }, share: { tokenHash: true, passwordHash: true, frozen: true } },
    // A publication of 10,000 resources takes seconds, and others wait for it on PGlite's one connection.
    transactionOptions: { maxWait: 60_000, timeout: 120_000 },
  });
}
