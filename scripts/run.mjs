import { AsyncLocalStorage } from "node:async_hooks";
import { spawn, spawnSync } from "node:child_process";
import { constants } from "node:os";
import { root } from "./project.mjs";

/** How long a child may take to stop before it is killed. */
const graceMs = 4000;

const children = new Set();
const output = new AsyncLocalStorage();
let stopping = null;

/** Does some work; what the programs that it runs write goes to `write`, and they have no standard input. */
export function withOutput(write, work) {
  return output.run(write, work);
}

/**
 * Starts a program in a process group of its own, so that the whole family can be stopped, and exactly once: a terminal's
 * Ctrl-C reaches only us, and we pass it on.
 */
export function start([command, ...args], { env = process.env, cwd = root, stdio = "inherit", shell = false } = {}) {
  const write = stdio === "inherit" ? output.getStore() : undefined;
  const channels = write === undefined ? stdio : ["ignore", "pipe", "pipe"];
  const child = spawn(command, args, { cwd, env, stdio: channels, shell, detached: process.platform !== "win32", windowsHide: true });
  if (write !== undefined) for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", write);
  children.add(child);
  child.exited = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, signal: null, error }));
    child.once("close", (code, signal) => resolve({ code, signal, error: null }));
  }).finally(() => children.delete(child));
  return child;
}

/** Runs a program to its end. Resolves to its exit code (128 + signal when one ended it); throws when it cannot be started. */
export async function run(command, options) {
  const { code, signal, error } = await start(command, options).exited;
  if (error !== null) throw new Error(`${command[0]} could not be started: ${error.message}`);
  await unlessStopping();
  return code ?? 128 + constants.signals[signal];
}

/** As `run`, with what the program wrote. */
export async function capture(command, options) {
  const child = start(command, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (output += text));
  const { code, error } = await child.exited;
  await unlessStopping();
  return { code: error === null ? (code ?? 1) : 1, output: error === null ? output : error.message };
}

/** The process that called us through npm: our parent, or behind the shell that npm started. */
function ancestorNpm() {
  const { stdout } = spawnSync("ps", ["-o", "ppid=,args=", "-p", String(process.ppid)], { encoding: "utf8" });
  const [, above, command = ""] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? "") ?? [];
  return /^(?:\S*\/)?(?:ba|da|z|k)?sh\s+-c\b/.test(command) ? Number(above) : process.ppid;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Waits for ever once this process is being stopped: what comes after is `stopAll`'s. */
export async function unlessStopping() {
  if (stopping !== null) await new Promise(() => {});
}

function signalFamily(child, signal) {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

/** Stops a child and whatever it started; resolves once it is gone. */
export async function stop(child, signal = "SIGTERM") {
  signalFamily(child, signal);
  const killer = setTimeout(() => signalFamily(child, "SIGKILL"), graceMs);
  await child.exited;
  clearTimeout(killer);
  // What the child itself started and did not take along.
  signalFamily(child, "SIGKILL");
}

/** Stops every child, then ends this process. A second signal while stopping ends it at once. */
async function stopAll(signal, exitCode) {
  if (stopping !== null) {
    for (const child of children) signalFamily(child, "SIGKILL");
    process.exit(exitCode);
  }
  stopping = signal;
  await Promise.all([...children].map((child) => stop(child, signal)));
  process.exit(exitCode);
}

/**
 * Passes Ctrl-C and termination on to the children. `cleanExit`: being stopped is how the program ends (a server), so the
 * exit code is 0; otherwise it is the signal's (130, 143), because the work was not finished.
 */
export function stopChildrenOnSignals(isCleanExit = () => false) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => void stopAll(signal, isCleanExit() ? 0 : 128 + constants.signals[signal]));
  }
  // npm killed outright cannot pass a signal on. Its shell may stand between, so it is npm itself that is watched.
  const npm = process.env.npm_lifecycle_event === undefined || process.platform === "win32" ? null : ancestorNpm();
  if (npm === null) return;
  setInterval(() => {
    if (!isAlive(npm) && stopping === null) void stopAll("SIGTERM", 143);
  }, 1000).unref();
}
