import path from "node:path";
import { pathToFileURL } from "node:url";
import { PhaseError, seconds } from "./phase.mjs";
import { nodeBinary, root, tools } from "./project.mjs";
import { start, stop, unlessStopping } from "./run.mjs";

/** How long a server may take to its first answer. `next dev` compiles the page first. */
const firstAnswerMs = { start: 60_000, dev: 180_000 };

/** Starts `next start` or `next dev`, and resolves once its first page answers. */
export async function serve(mode, address) {
  const begin = performance.now();
  const [, script] = tools.next();
  const watchdog = pathToFileURL(path.join(root, "scripts", "exit-with-parent.mjs")).href;
  const child = start([nodeBinary(), "--import", watchdog, script, mode, "--hostname", address.host, "--port", String(address.port)], {
    env: { ...process.env, HOST: address.host, PORT: String(address.port), NODE_ENV: mode === "start" ? "production" : "development", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let ended = null;
  void child.exited.then((how) => (ended = how));
  while (true) {
    const status = await firstPage(address.url);
    await unlessStopping();
    if (ended !== null) throw new PhaseError(`The server ended before it answered (${ended.signal ?? `exit code ${ended.code}`}); its messages are above.`);
    if (status !== null && status < 400) return { child, note: `answered after ${seconds(begin)}` };
    const isLate = performance.now() - begin > firstAnswerMs[mode];
    if (status !== null || isLate) {
      await stop(child);
      throw new PhaseError(status === null ? `The server did not answer within ${firstAnswerMs[mode] / 1000} s.` : `The server answers its first page with ${status}; its messages are above.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The status of the first page, or null while nothing answers. */
async function firstPage(url) {
  try {
    const response = await fetch(url, { redirect: "manual", headers: { accept: "text/html" } });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
