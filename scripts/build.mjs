import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { configFile, tsconfigOfConfig } from "./config-file.mjs";
import { PhaseError } from "./phase.mjs";
import { readJson, root, tools, tsx } from "./project.mjs";
import { run } from "./run.mjs";

const stampFile = path.join(root, ".next", "cloudviz-build.json");

/** Folders whose files are in no build. Anything new counts until it is named here: a needless build beats a stale one. */
const notBuilt = new Set([
  "node_modules", "test-results", "playwright-report", "coverage", "bench", "cli", "deploy", "docs", "e2e", "examples", "scripts", "tests",
]);
const builtFile = /\.(?:tsx?|[cm]?jsx?|json|css|sql|prisma|svg|png|ico|txt|woff2?|wasm|webmanifest)$/;
const notBuiltFile = /\.test\.tsx?$|^(?:vitest|playwright)\.config\.|^next-env\.d\.ts$/;

/** Says whether `.next` holds what the sources, the dependencies and the environment say now. */
export function isBuilt() {
  return isAnyBuild() && readJson(stampFile)?.fingerprint === fingerprint();
}

export function isAnyBuild() {
  return existsSync(path.join(root, ".next", "BUILD_ID"));
}

/** Builds when the build is missing or stale. Returns what it did. */
export async function ensureBuilt(announce = () => {}) {
  if (isBuilt()) return "up to date";
  announce(isAnyBuild() ? "the sources changed: next build" : "next build");
  await checkConfig();
  const before = fingerprint();
  const code = await run([...tools.next(), "build"], { env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
  if (code !== 0) throw new PhaseError(`next build ended with ${code}; its messages are above.`);
  // Of what was there when it began: a file saved during the build makes the next start build again.
  writeFileSync(stampFile, `${JSON.stringify({ fingerprint: before })}\n`);
  return "built";
}

async function checkConfig() {
  if (configFile() === null) return;
  const tsconfig = tsconfigOfConfig();
  const env = tsconfig === null ? process.env : { ...process.env, TSX_TSCONFIG_PATH: tsconfig };
  if ((await run([...tsx(), path.join(root, "scripts", "check-config.ts")], { env })) !== 0) throw new PhaseError("The configuration cannot be used; the reason is above.");
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of [...builtFiles(""), ...configFiles()]) hash.update(`${file}\0`).update(readFileSync(path.join(root, file))).update("\0");
  hash.update(`${configFile()}\0`);
  const inlined = Object.keys(process.env).filter((name) => name.startsWith("NEXT_PUBLIC_") || name === "CLOUDVIZ_STANDALONE").sort();
  for (const name of inlined) hash.update(`${name}=${process.env[name]}\0`);
  return hash.digest("hex");
}

/** The configuration and what lies beside it, where its folder is none that is built anyway. */
function configFiles() {
  const file = configFile();
  if (file === null) return [];
  const folder = path.posix.dirname(file).slice("./".length);
  return notBuilt.has(folder.split("/")[0]) ? builtFiles(folder) : [];
}

function builtFiles(folder) {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith(".")) return [];
    // What Prisma generates follows from the schema.
    if (entry.isDirectory()) return notBuilt.has(file) || entry.name === "__fixtures__" || file === "lib/db/generated" ? [] : builtFiles(file);
    return builtFile.test(file) && !notBuiltFile.test(file) ? [file] : [];
  });
}
