// Runs the database tests on a real PostgreSQL: its server binaries are found, a server is started in a temporary
// directory on a free port, and whatever happens it is stopped and its directory removed.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";
import { tools } from "./project.mjs";

const root = path.resolve(import.meta.dirname, "..");
const isRoot = process.getuid?.() === 0;
const resultFile = path.join(os.tmpdir(), `cloudviz-postgres-${process.pid}.json`);
let directory = null;
let server = null;
let runner = null;

/** The newest of Debian's, then what pg_config names, then the PATH. */
function findBinaries() {
  const debian = "/usr/lib/postgresql";
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const configured = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" }).stdout?.trim();
  const places = [...versions.map((version) => path.join(debian, version, "bin")), configured, ...(process.env.PATH ?? "").split(path.delimiter)];
  return places.find((place) => place && ["initdb", "postgres"].every((name) => fs.existsSync(path.join(place, name)))) ?? null;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** initdb and postgres refuse to run as root: the server runs as the postgres user, or as nobody. */
function serverUser() {
  if (!isRoot) return {};
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = fs.readFileSync("/etc/passwd", "utf8").split("\n").find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("running as root, and there is no user postgres or nobody to run the server as");
}

async function start(binaries) {
  const user = serverUser();
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "cloudviz-postgres-"));
  if (user.uid !== undefined) fs.chownSync(directory, user.uid, user.gid);
  const data = path.join(directory, "data");
  const options = { ...user, cwd: directory, env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", HOME: directory } };
  execFileSync(path.join(binaries, "initdb"), ["-D", data, "-U", "cloudviz", "-A", "trust", "-E", "UTF8", "--no-sync"], { ...options, stdio: ["ignore", "ignore", "inherit"] });
  const port = await freePort();
  // Time zone: one that is not UTC, so that a test fails where a time would be read in the server's zone.
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: directory, fsync: "off", timezone: "Asia/Kathmandu" };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  server = spawn(path.join(binaries, "postgres"), ["-D", data, "-p", String(port), ...flags], { ...options, stdio: ["ignore", "ignore", "pipe"] });
  await ready(server);
  return `postgresql://cloudviz@127.0.0.1:${port}/postgres`;
}

function ready(child) {
  return new Promise((resolve, reject) => {
    let log = "";
    const timer = setTimeout(() => reject(new Error(`PostgreSQL did not start within 30 s:\n${log}`)), 30_000);
    child.once("exit", (code) => reject(new Error(`PostgreSQL ended with code ${code}:\n${log}`)));
    child.stderr.on("data", (chunk) => {
      // Afterwards the log is read on and dropped: a full pipe would stop the server.
      if (log.length < 20_000) log += chunk;
      if (!log.includes("ready to accept connections")) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

function run(url) {
  return new Promise((resolve) => {
    const [node, vitest] = tools.vitest();
    const flags = ["run", "--config", "tests/postgres/vitest.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${resultFile}`];
    const env = { ...process.env, CLOUDVIZ_TEST_POSTGRES_URL: url, DATABASE_URL: url };
    runner = spawn(node, [vitest, ...flags, ...process.argv.slice(2)], { cwd: root, env, stdio: "inherit" });
    runner.once("exit", (code) => resolve(code ?? 1));
  });
}

function counts() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(resultFile, "utf8"));
    // A file that cannot be loaded has no tests to fail.
    const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed")).length;
    return { passed: numPassedTests, failed: numFailedTests + broken };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function stop() {
  if (server !== null && server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    const timer = setTimeout(() => server.kill("SIGQUIT"), 10_000);
    await ended;
    clearTimeout(timer);
  }
  if (directory !== null) fs.rmSync(directory, { recursive: true, force: true });
  fs.rmSync(resultFile, { force: true });
}

function finish(passed, failed) {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed > 0 ? 1 : 0);
}

for (const [signal, number] of [["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]]) {
  process.once(signal, async () => {
    runner?.kill(signal);
    await stop();
    process.exit(128 + number);
  });
}

const binaries = findBinaries();
if (binaries === null) {
  process.stderr.write("PostgreSQL's server was not found (initdb, postgres). Debian and Ubuntu: apt-get install -y postgresql; macOS: brew install postgresql.\n");
  finish(0, 1);
}
let code = 1;
try {
  await ensureInstalled((text) => process.stdout.write(`install: ${text} …\n`));
  code = await run(await start(binaries));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
const { passed, failed } = counts();
await stop();
finish(passed, code === 0 ? failed : Math.max(failed, 1));
