import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { CloudVizError } from "../../core/error";

/**
 * Who holds the lock. `started` tells two processes of the same pid apart (after a restart, or in a container, where the
 * pid is the same each time); null where the system does not say.
 */
interface Holder {
  pid: number;
  host: string;
  started: string | null;
}

export interface DirectoryLock {
  release(): void;
}

/**
 * Takes `file` for this process. PGlite takes no lock of its own: two processes on one directory lose rows and corrupt
 * indexes. A lock left by a process that is gone is taken over.
 * @throws CloudVizError "unavailable", naming the holder and what to do.
 */
export function lockDirectory(file: string): DirectoryLock {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const own: Holder = { pid: process.pid, host: os.hostname(), started: startOf(process.pid) };
  const text = JSON.stringify(own);
  // Each round either takes the lock, throws, or removes one stale lock; several starters may race for it.
  for (let round = 0; round < 5; round++) {
    if (create(file, text)) return held(file, text);
    const present = read(file);
    if (present === null) continue;
    const holder = parse(present);
    if (holder === null || isAlive(holder)) throw refused(file, holder);
    removeStale(file, present);
  }
  throw refused(file, null);
}

function create(file: string, text: string): boolean {
  try {
    fs.writeFileSync(file, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw new CloudVizError("unavailable", `The data directory ${path.dirname(file)} cannot be written to: choose another with CLOUDVIZ_DATA_DIR, or make it writable.`, { cause: error });
  }
}

function held(file: string, text: string): DirectoryLock {
  function release(): void {
    process.off("exit", release);
    if (read(file) === text) fs.rmSync(file, { force: true });
  }
  process.on("exit", release);
  return { release };
}

/** Moves the file aside before it is removed: of two that saw the same stale lock, only one gets it. */
function removeStale(file: string, seen: string): void {
  const aside = `${file}.${process.pid}.${Date.now()}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  // Between reading and renaming, another process may have replaced the stale lock with its own: give it back.
  if (read(aside) !== seen) fs.linkSync(aside, file);
  fs.rmSync(aside, { force: true });
}

function isAlive(holder: Holder): boolean {
  // The processes of another machine (a shared volume) cannot be asked.
  if (holder.host !== os.hostname()) return true;
  if (holder.pid === process.pid) return heldHere(holder);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return hasCode(error, "EPERM");
  }
  const started = startOf(holder.pid);
  return holder.started === null || started === null || holder.started === started;
}

/** Our own pid: either this very process holds it already, or an earlier process had the same number. */
function heldHere(holder: Holder): boolean {
  return holder.started !== null && holder.started === startOf(process.pid);
}

/** Linux: ticks since boot at which the process started, and the boot's id. */
function startOf(pid: number): string | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the command in parentheses and may hold spaces; start time is field 22.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    const boot = fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return ticks === undefined ? null : `${boot}:${ticks}`;
  } catch {
    return null;
  }
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { pid, host, started } = value as Record<string, unknown>;
    if (typeof pid !== "number" || typeof host !== "string") return null;
    return { pid, host, started: typeof started === "string" ? started : null };
  } catch {
    return null;
  }
}

function refused(file: string, holder: Holder | null): CloudVizError {
  const directory = path.dirname(file);
  if (holder === null) {
    return new CloudVizError("unavailable", `The data directory ${directory} is being opened by another process. Try again; if nothing else runs, delete ${file}.`);
  }
  const who = holder.host === os.hostname() ? `process ${holder.pid}` : `process ${holder.pid} on ${holder.host}`;
  return new CloudVizError(
    "unavailable",
    `The data directory ${directory} is in use by ${who}. Stop it, or give this one its own with CLOUDVIZ_DATA_DIR, or use PostgreSQL with DATABASE_URL. If ${who} is not CloudViz, delete ${file}.`,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
