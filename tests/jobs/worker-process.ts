import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import net from "node:net";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** A server of CloudViz in a process of its own, which may be killed and started again at the same address. */
export interface WorkerProcess {
  url: string;
  /** Returns when it answers. @throws when it ends before. */
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** SIGTERM: work comes to the end of a step first. Returns the exit code. */
  stop(): Promise<number | null>;
}

export interface WorkerOptions {
  env: Record<string, string>;
  port?: number;
}

/** Not started yet. */
export async function makeWorker({ env, port: given }: WorkerOptions): Promise<WorkerProcess> {
  const port = given ?? (await freePort());
  let child: ChildProcess | null = null;

  function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = child;
    child = null;
    if (ending === null || hasEnded(ending)) return Promise.resolve(ending?.exitCode ?? null);
    return new Promise((resolve) => {
      ending.once("exit", resolve);
      ending.kill(signal);
    });
  }

  return {
    url: `http://127.0.0.1:${port}`,
    start: async () => {
      // As npm starts it, and with nothing of the caller's: AWS_* variables would reach another account than the stand-in's.
      const { PATH, HOME, LOG_LEVEL = "error" } = process.env;
      const settings = { PATH, HOME, LOG_LEVEL, NODE_ENV: "production" as const, PORT: String(port), ...env };
      child = spawn(process.execPath, ["--import", "tsx", path.join(root, "tests/jobs/worker.ts")], { cwd: root, env: settings, stdio: ["ignore", "inherit", "inherit", "ipc"] });
      await answers(child);
    },
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function answers(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code, signal) => reject(new Error(`the worker ended before it answered (${signal ?? `exit code ${code}`})`)));
  });
}

/** A port of the loopback that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
