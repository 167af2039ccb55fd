import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PhaseError } from "./phase.mjs";
import { hashFile, nodeBinary, readJson, root, tools } from "./project.mjs";
import { run } from "./run.mjs";

const modules = path.join(root, "node_modules");
const lockFile = path.join(root, "package-lock.json");
const installStamp = path.join(modules, ".cloudviz", "install");
const generateStamp = path.join(modules, ".cloudviz", "generate");
const schema = path.join(root, "prisma", "schema.prisma");
const generated = path.join(root, "lib", "db", "generated", "client.ts");

/**
 * Installs the dependencies when node_modules is missing or is not what package-lock.json says, and generates the database
 * client when its schema changed. Returns what it did; throws a `PhaseError` that says what to do.
 */
export async function ensureInstalled(announce = () => {}, stdio = "inherit") {
  const done = [];
  if (!isInstalled()) {
    announce(existsSync(modules) ? "the dependencies changed: npm ci" : "npm ci, which takes a minute or two");
    await install(stdio);
    done.push("installed");
  }
  if (!isGenerated()) {
    await generate(stdio);
    done.push("database client generated");
  }
  return done.length === 0 ? "up to date" : done.join(", ");
}

/** Checked without installing anything. */
export function isInstalled() {
  if (!existsSync(path.join(modules, ".package-lock.json"))) return false;
  const wanted = hashFile(lockFile);
  if (readStamp(installStamp) === wanted) return true;
  // Somebody ran npm by hand: npm's own record says whether that brought what the lock file names.
  if (!isWhatTheLockSays()) return false;
  writeStamp(installStamp, wanted);
  return true;
}

export function isGenerated() {
  return existsSync(generated) && readStamp(generateStamp) === hashFile(schema);
}

function isWhatTheLockSays() {
  const lock = readJson(lockFile)?.packages ?? {};
  const present = readJson(path.join(modules, ".package-lock.json"))?.packages ?? {};
  return Object.entries(lock).every(([place, entry]) => {
    if (place === "") return true;
    const found = present[place];
    if (found === undefined) return entry.optional === true || entry.peer === true || entry.devOptional === true;
    return found.version === entry.version;
  });
}

async function install(stdio) {
  freeRunningBinary();
  // `--include=dev`: NODE_ENV=production would leave out what builds the app, and Node itself.
  const code = await run([...npm(), "ci", "--include=dev", "--no-audit", "--no-fund"], { stdio, shell: npm().length === 1 && process.platform === "win32" });
  if (code !== 0) {
    throw new PhaseError(`npm ci ended with ${code}; its messages are above. Without a network, or behind a proxy, npm needs a registry it can reach.`);
  }
  writeStamp(installStamp, hashFile(lockFile));
}

/** npm as it called us, with the Node it runs on: the one in node_modules is about to be replaced. */
function npm() {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli) && existsSync(cli)) return [process.env.npm_node_execpath ?? process.execPath, cli];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/** Windows cannot delete a program that runs, but it can move it: npm ci would stop at the Node that runs this script. */
function freeRunningBinary() {
  if (process.platform !== "win32" || !process.execPath.startsWith(modules)) return;
  try {
    renameSync(process.execPath, path.join(tmpdir(), `cloudviz-node-${process.pid}.exe`));
  } catch {
    throw new PhaseError("The dependencies changed, and Windows does not let a running Node be replaced. Run `npm ci --include=dev` once, then try again.");
  }
}

async function generate(stdio) {
  const code = await run([...tools.prisma(), "generate", "--no-hints"], { stdio, env: { ...process.env, PATH: pathWithOwnNode() } });
  if (code !== 0) throw new PhaseError(`prisma generate ended with ${code}; its messages are above.`);
  writeStamp(generateStamp, hashFile(schema));
}

export function pathWithOwnNode() {
  return [path.dirname(nodeBinary()), process.env.PATH ?? ""].join(path.delimiter);
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function writeStamp(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
