import { env } from "../config/env";
import { logger } from "../observability/logger";
import { redact } from "../observability/redact";

/** What has to be right before the first request: settings, database, and no job that claims to be running. */
async function startUp(): Promise<void> {
  const { databaseUrl, dataDir } = env();
  const [{ openDatabase }, { failUnfinishedJobs }] = await Promise.all([import("../db/database"), import("../db/jobs")]);
  const { checkExtensions } = await import("../extensions/check-extensions");
  await checkExtensions();
  await openDatabase();
  const failed = await failUnfinishedJobs("The server was stopped while this job was running. Start it again.");
  logger().info({ database: databaseUrl === null ? "embedded" : "postgresql", dataDir, unfinishedJobs: failed }, "ready");
}

/** Ends the process when it cannot start: Next would go on and answer every request with 500. */
export async function startUpOrExit(): Promise<void> {
  try {
    await startUp();
  } catch (error) {
    console.error(error instanceof Error && error.name === "CloudVizError" ? error.message : redact(error));
    process.exit(1);
  }
}
