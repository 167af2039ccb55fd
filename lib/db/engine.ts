import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SqlSession } from "./migrate";

/** A PostgreSQL, embedded or real: what Prisma needs of it, and one plain session for migrations, backup and restore. */
export interface Engine {
  kind: "pglite" | "postgresql";
  adapter: SqlDriverAdapterFactory;
  withSession<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
