import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { CloudVizError } from "../../core/error";
import type { Engine } from "./engine";
import { migrateLock } from "./migrate";
import type { SqlSession } from "./migrate";

/**
 * Connects to the PostgreSQL of a `postgresql://` address; `?schema=name` puts the tables into that schema.
 * @throws CloudVizError "unavailable" when it does not answer; the address, which holds a password, is not repeated.
 */
export async function openPostgres(url: string): Promise<Engine> {
  const address = new URL(url);
  const schema = address.searchParams.get("schema") ?? undefined;
  address.searchParams.delete("schema");
  const pool = new pg.Pool({
    connectionString: address.toString(),
    connectionTimeoutMillis: 10_000,
    verify: (client, done) => void prepareSession(client, schema).then(() => done(), done),
  });
  // An idle connection that breaks (server restart) is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  try {
    // IF NOT EXISTS still fails when two servers start at once; one query of two statements is one transaction.
    if (schema !== undefined) await pool.query(`SELECT pg_advisory_xact_lock(${migrateLock}); CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`);
    await pool.query("SELECT 1");
  } catch (error) {
    await pool.end();
    throw unreachable(address, error);
  }
  return {
    kind: "postgresql",
    adapter: new PrismaPg(pool, { schema }),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        return await inTransaction(client, work);
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

async function inTransaction<T>(client: pg.PoolClient, work: (session: SqlSession) => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    const result = await work({
      exec: async (sql) => void (await client.query(sql)),
      query: async (sql, parameters = []) => (await client.query<Record<string, unknown>>(sql, [...parameters])).rows,
    });
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/**
 * adapter-pg reads every timestamp as UTC, whatever offset it was printed with. Statements, not start-up options:
 * connection poolers refuse those.
 */
async function prepareSession(client: pg.PoolClient, schema: string | undefined): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'");
  if (schema !== undefined) await client.query(`SET search_path TO ${pg.escapeIdentifier(schema)}`);
}

function unreachable(address: URL, error: unknown): CloudVizError {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  const place = `${address.hostname}:${address.port === "" ? "5432" : address.port}${address.pathname}`;
  return new CloudVizError("unavailable", `PostgreSQL at ${place} cannot be used (${reason}): check DATABASE_URL and that the server runs.`, { cause: error });
}
