// Runs the AWS tests against moto's server (PyPI moto[server]): the one of CLOUDVIZ_MOTO_PYTHON, else one installed into a
// virtual environment in the user's cache. It listens on the loopback only and ends with this script.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWith, PhaseError, phases } from "./phase.mjs";
import { endSuite, runSuite } from "./run-suite.mjs";
import { capture, start, stop, stopChildrenOnSignals } from "./run.mjs";

const motoVersion = "5.2.5";

const advice =
  "The AWS tests need moto, a server that answers as AWS does. It could not be installed:\n" +
  `  python3 -m venv VENV && VENV/bin/pip install 'moto[server]==${motoVersion}'\n` +
  "must work (Debian, Ubuntu: apt-get install -y python3-venv), or name a Python that has it in CLOUDVIZ_MOTO_PYTHON.";

async function hasMoto(python) {
  return (await capture([python, "-c", "import moto.server, flask"])).code === 0;
}

/** The Python that moto runs in. */
async function findPython(announce) {
  const named = process.env.CLOUDVIZ_MOTO_PYTHON;
  if (named) {
    if (await hasMoto(named)) return named;
    throw new PhaseError(`CLOUDVIZ_MOTO_PYTHON is ${named}, which cannot import moto.server. Install moto[server] there, or unset it.`);
  }
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
  const directory = path.join(cache, "cloudviz", `moto-${motoVersion}`);
  const python = process.platform === "win32" ? path.join(directory, "Scripts", "python.exe") : path.join(directory, "bin", "python");
  if (existsSync(python) && (await hasMoto(python))) return python;
  announce(`installing moto ${motoVersion} into ${directory}`);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(path.dirname(directory), { recursive: true });
  for (const command of [
    [process.platform === "win32" ? "python" : "python3", "-m", "venv", directory],
    [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", `moto[server]==${motoVersion}`],
  ]) {
    const { code, output } = await capture(command);
    if (code !== 0) throw new PhaseError(`${output.trim()}\n\n${advice}`);
  }
  return python;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function startMoto(python) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = start([python, "-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) throw new PhaseError(`moto ended with code ${child.exitCode}.\n\n${advice}`);
    const isReady = await fetch(`${url}/moto-api/`).then(({ ok }) => ok, () => false);
    if (isReady) return { child, url };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop(child);
  throw new PhaseError("moto did not answer within 30 s.");
}

/** What of the caller's AWS settings would reach another account than moto's. */
function testEnvironment(url) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
  return { ...Object.fromEntries(own), CLOUDVIZ_MOTO_URL: url };
}

stopChildrenOnSignals();
const phase = phases();
let python;
try {
  await phase("install", ensureInstalled);
  await phase("moto", async (announce) => {
    python = await findPython(announce);
    return python;
  });
  const moto = await startMoto(python);
  const result = await runSuite({ config: "tests/aws/vitest.config.ts", files: process.argv.slice(2), env: testEnvironment(moto.url) });
  await stop(moto.child);
  endSuite(result);
} catch (error) {
  process.stdout.write("0 passed, 1 failed\n");
  endWith(error);
}
