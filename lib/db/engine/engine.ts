import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SqlSession } from "./migrate";

/** A PostgreSQL, embedded or real: what Prisma needs of it, and plain transactions for migrations, backup and restore. */
export interface Engine {
  kind: "pglite" | "postgresql";
  adapter: SqlDriverAdapterFactory;
  /** Runs `work` in one transaction: what throws leaves nothing behind. */
  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
