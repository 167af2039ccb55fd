import { env } from "../config/env";
import type { Settings } from "../core/api/settings";
import { jobQueue } from "../jobs/job-queue";

/** Keys and passwords are no part of it; of addresses, only where they lead. */
export async function getSettings(): Promise<Settings> {
  const { openDatabase } = await import("../db/database");
  const { engine } = await openDatabase();
  const { inngest } = env();
  return { database: engine.kind === "pglite" ? "embedded" : "postgresql", backgroundWork: { kind: jobQueue().kind, address: inngest === null ? null : new URL(inngest.baseUrl).origin } };
}
