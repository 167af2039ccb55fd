import { env } from "../config/env";
import { logger } from "../observability/logger";

/** What has to be right before the first request: settings, database, and no job that claims to be running. */
export async function startUp(): Promise<void> {
  const { databaseUrl, dataDir } = env();
  const [{ openDatabase }, { failUnfinishedJobs }] = await Promise.all([import("../db/database"), import("../db/jobs")]);
  await openDatabase();
  const failed = await failUnfinishedJobs("The server was stopped while this job was running. Start it again.");
  logger().info({ database: databaseUrl === null ? "embedded" : "postgresql", dataDir, unfinishedJobs: failed }, "ready");
}
