import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const missing = "PostgreSQL's server was not found (initdb, postgres). Debian and Ubuntu: apt-get install -y postgresql; macOS: brew install postgresql.";

/**
 * Starts a PostgreSQL server of its own in a temporary directory, on a free port of the loopback: its address, and how to
 * stop it and remove the directory. Throws when there is none on this machine, saying what to do.
 */
export async function startPostgres() {
  const binaries = findBinaries();
  if (binaries === null) throw new Error(missing);
  const user = serverUser();
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "cloudviz-postgres-"));
  let server = null;
  async function stop() {
    if (server !== null && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      const timer = setTimeout(() => server.kill("SIGQUIT"), 10_000);
      await ended;
      clearTimeout(timer);
    }
    process.off("exit", abandon);
    fs.rmSync(directory, { recursive: true, force: true });
  }
  /** This process ends before its time: nothing can be waited for. */
  function abandon() {
    server?.kill("SIGKILL");
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
  process.once("exit", abandon);
  try {
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
    return { url: `postgresql://cloudviz@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

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
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = fs.readFileSync("/etc/passwd", "utf8").split("\n").find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("running as root, and there is no user postgres or nobody to run the server as");
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
