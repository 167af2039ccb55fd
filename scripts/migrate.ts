import nextEnv from "@next/env";
import { CloudVizError } from "../lib/core/error";
import { closeDatabase, openDatabase } from "../lib/db/database";

// The server reads .env files; what prepares its database must see the same ones.
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => undefined, error: console.error });

// Opening the database migrates it. An expected failure is told in its own words, anything else with its stack.
try {
  await openDatabase();
  await closeDatabase();
} catch (error) {
  console.error(error instanceof CloudVizError ? error.message : error);
  process.exitCode = 1;
}
