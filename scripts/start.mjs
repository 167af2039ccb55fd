// `npm start`: installs and builds what is missing, prepares the database, serves. Runs on any Node from 20 on and needs
// nothing installed. `--no-build` serves the build that is there.
import path from "node:path";
import { assertFree, readAddress } from "./address.mjs";
import { ensureBuilt, isAnyBuild, isBuilt } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWith, PhaseError, phases } from "./phase.mjs";
import { root, tsx } from "./project.mjs";
import { isMigrated, noteMigrated } from "./migration-stamp.mjs";
import { run, stopChildrenOnSignals, unlessStopping } from "./run.mjs";
import { serve } from "./serve.mjs";

const phase = phases();
let isServing = false;
stopChildrenOnSignals(() => isServing);

async function main() {
  const address = await readAddress();
  await assertFree(address);
  await phase("install", ensureInstalled);
  await phase("build", process.argv.includes("--no-build") ? keepBuild : ensureBuilt);
  await phase("migrate", migrate);
  let server = null;
  await phase("serve", async () => {
    server = await serve("start", address);
    return server.note;
  });
  isServing = true;
  console.log(`\nCloudViz is ready at ${address.url}\nCtrl-C stops it.`);
  const { code, signal } = await server.child.exited;
  await unlessStopping();
  throw new PhaseError(`The server ended by itself (${signal ?? `exit code ${code}`}); its messages are above.`);
}

async function keepBuild() {
  if (!isAnyBuild()) throw new PhaseError("There is no build: leave out --no-build, or run `npm start` once.");
  return isBuilt() ? "up to date" : "older than the sources, kept because of --no-build";
}

/**
 * In a process of its own, before anything listens: what cannot be migrated is told here. Opening the database twice costs a
 * second, so a database that is known to be up to date is left to the server, which migrates on its start as well.
 */
async function migrate() {
  if (isMigrated()) return "up to date";
  const code = await run([...tsx(), path.join(root, "scripts", "migrate.ts")], { env: { ...process.env, NODE_ENV: "production" } });
  if (code !== 0) throw new PhaseError("The database is not ready; the reason is above.");
  noteMigrated();
  return "database ready";
}

main().catch(endWith);
