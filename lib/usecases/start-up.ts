import { env, type Env } from "../config/env";
import { logger } from "../observability/logger";
import { redact } from "../observability/redact";
import { abandonedAfterMs } from "./jobs/abandoned-after";
import { startDrawing } from "./start-drawing";

/** What has to be right before the first request: settings, database, and no job that claims to be running though nobody is at work on it. */
async function startUp(startQueue: (settings: Env) => Promise<unknown>): Promise<void> {
  const { databaseUrl, dataDir } = env();
  const [{ openDatabase }, { failAbandonedJobs }] = await Promise.all([import("../db/database"), import("../db/jobs/jobs")]);
  const { checkExtensions } = await import("../extensions/check-extensions");
  await checkExtensions();
  const { engine } = await openDatabase();
  startDrawing();
  await startQueue(env());
  const isShared = engine.kind === "postgresql";
  const abandoned = await failAbandonedJobs(new Date(Date.now() - (isShared ? abandonedAfterMs : 0)), "The server was stopped while this job was running. Start it again.");
  logger().info({ database: databaseUrl === null ? "embedded" : "postgresql", dataDir, abandonedJobs: abandoned }, "ready");
}

/** Ends the process when it cannot start: Next would go on and answer every request with 500. */
export async function startUpOrExit(startQueue: (settings: Env) => Promise<unknown>): Promise<void> {
  try {
    await startUp(startQueue);
  } catch (error) {
    console.error(error instanceof Error && error.name === "CloudVizError" ? error.message : redact(error));
    process.exit(1);
  }
}
