// `npm run bench:canvas`: the canvas and its peers in Chromium over the same placed estates, in turn, each in a browser of its own.
// `npm run bench:canvas -- --size 1000 --runs 3 --only cloudviz --json`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./ensure-installed.mjs";
import { findBrowser } from "./find-browser.mjs";
import { endWith, PhaseError } from "./phase.mjs";
import { root, tsx } from "./project.mjs";
import { run, stopChildrenOnSignals } from "./run.mjs";

const here = path.join(root, "bench", "canvas");
const defaultSizes = [100, 1_000, 10_000];
const ours = "cloudviz";
const subjects = { [ours]: "cloudviz.tsx", "react-flow": "react-flow.tsx", cytoscape: "cytoscape.ts", "vis-network": "vis-network.ts" };
/** A subject that takes longer for one step is stopped and counts as this long. */
const mostMs = 120_000;
const largeSize = 10_000;
const frames = { [ours]: 180, peer: 20 };
/** A frame at 60 Hz, with what the clock rounds. */
const smoothMs = 17.5;
const screen = { width: 1440, height: 900 };

/** Of the medians. `times`: the peer's by ours; `most`, `least`: of ours alone. */
const aims = [
  { size: 10_000, figure: "firstFrameMs", label: "first frame, must", most: 400 },
  { size: 10_000, figure: "firstFrameMs", label: "first frame", most: 200 },
  ...["fit", "middle", "near"].flatMap((at) => [
    { size: 10_000, figure: `${at}P95Ms`, label: `frames at ${at}, p95, must`, most: 33 },
    { size: 10_000, figure: `${at}SmoothShare`, label: `frames at ${at} within ${smoothMs} ms`, least: 0.99 },
    { size: 10_000, figure: `${at}CpuMs`, label: `CPU a frame at ${at}`, most: 8 },
  ]),
  { size: 10_000, figure: "elements", label: "elements at fit", most: 700 },
  { size: 10_000, figure: "nearElements", label: "elements with cards mounted", most: 3_200 },
  { size: 10_000, figure: "heapAboveEmptyMb", label: "heap above an empty diagram", most: 25 },
  { size: 1_000, figure: "firstFrameMs", label: "first frame against React Flow", peer: "react-flow", times: 10 },
  { size: 10_000, figure: "firstFrameMs", label: "first frame against React Flow", peer: "react-flow", times: 80 },
  { size: 10_000, figure: "firstFrameMs", label: "first frame against Cytoscape", peer: "cytoscape", times: 20 },
  { size: 10_000, figure: "firstFrameMs", label: "first frame against vis-network", peer: "vis-network", times: 8 },
];

stopChildrenOnSignals();

async function main() {
  const options = readArguments();
  await ensureInstalled((text) => tell(`install: ${text}`), ["ignore", 2, 2]);
  if (!existsSync(path.join(here, "node_modules"))) {
    tell("install: the peers");
    if ((await run(["npm", "ci", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", 2, 2], shell: process.platform === "win32" })) !== 0) throw new PhaseError("The peers could not be installed.");
  }
  const folder = mkdtempSync(path.join(tmpdir(), "cloudviz-bench-canvas-"));
  try {
    const pages = await bundle(options.only);
    const results = [];
    for (const size of options.sizes) results.push(...(await measureSize(folder, pages, size, options.runs)));
    const verdicts = aims.flatMap((aim) => judge(aim, results));
    if (options.json) console.log(JSON.stringify({ results, aims: verdicts }, null, 2));
    else print(results, verdicts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(text) {
  process.stderr.write(`${text} …\n`);
}

function readArguments() {
  const { values } = parse();
  const sizes = values.size === undefined ? defaultSizes : values.size.map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new PhaseError("--size must be a whole number of resources, such as --size 1000.");
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new PhaseError("--runs must be a whole number, such as --runs 3.");
  const only = values.only ?? Object.keys(subjects);
  const unknown = only.filter((name) => !Object.hasOwn(subjects, name));
  if (unknown.length > 0) throw new PhaseError(`--only knows ${Object.keys(subjects).join(", ")}, not ${unknown.join(", ")}.`);
  return { sizes, runs, only, json: values.json };
}

function parse() {
  try {
    return parseArgs({ options: { json: { type: "boolean", default: false }, size: { type: "string", multiple: true }, runs: { type: "string", default: "3" }, only: { type: "string", multiple: true } } });
  } catch (error) {
    throw new PhaseError(`${error.message}\nUse: npm run bench:canvas -- [--size N] [--runs N] [--only NAME] [--json]`);
  }
}

/** Name → its page's script. */
async function bundle(names) {
  const { build } = await import("esbuild");
  const pages = {};
  for (const name of names) {
    tell(`bundle ${name}`);
    const { outputFiles } = await build({
      entryPoints: [path.join(here, "subjects", subjects[name])],
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      jsx: "automatic",
      target: "es2022",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "error",
    });
    pages[name] = outputFiles[0].contents;
  }
  return pages;
}

/** The subjects take turns in every round, so that other load on the machine falls on all of them. */
async function measureSize(folder, pages, size, runs) {
  const estates = Object.fromEntries(await Promise.all([0, size].map(async (count) => [count, await prepare(folder, count)])));
  const taken = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  for (let round = 0; round < runs; round++) {
    for (const name of Object.keys(pages)) {
      if (name !== ours && round > 0 && (size >= largeSize || taken[name].some(({ failed }) => failed !== null))) continue;
      tell(`${name} of ${size}, run ${round + 1} of ${runs}`);
      const measured = await measureOne(pages[name], estates[size], name === ours ? frames[ours] : frames.peer);
      const empty = await measureOne(pages[name], estates[0], 0);
      taken[name].push({ ...measured, heapAboveEmptyMb: measured.heapMb - empty.heapMb });
    }
  }
  return Object.entries(taken).map(([subject, measured]) => ({ subject, size, runs: measured.length, ...medians(measured) }));
}

async function prepare(folder, size) {
  const file = path.join(folder, `${size}.json`);
  if ((await run([...tsx(), path.join(here, "prepare.ts"), String(size), file])) !== 0) throw new PhaseError(`The estate of ${size} could not be made.`);
  return readFileSync(file);
}

async function measureOne(script, estate, frameCount) {
  const { chromium } = await import("@playwright/test");
  const server = await serve(script, estate);
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-precise-memory-info"],
  });
  const figures = { failed: null };
  try {
    const page = await browser.newPage({ viewport: screen });
    page.setDefaultTimeout(mostMs);
    const system = await browser.newBrowserCDPSession();
    const session = await page.context().newCDPSession(page);
    await page.goto(server.url);
    await page.waitForFunction("window.isReady === true");
    figures.firstFrameMs = await inTime(page.evaluate("window.firstFrame()"));
    // What was put off until rest comes now, and is not counted as a frame.
    await page.waitForTimeout(600);
    figures.elements = await page.evaluate("document.querySelectorAll('*').length");
    for (const at of frameCount === 0 ? [] : ["fit", "middle", "near"]) {
      const before = await cpuSeconds(system);
      const durations = await inTime(page.evaluate(`window.pan(${JSON.stringify(at)}, ${frameCount})`));
      figures[`${at}CpuMs`] = (1000 * ((await cpuSeconds(system)) - before)) / durations.length;
      figures[`${at}P50Ms`] = quantile(durations, 0.5);
      figures[`${at}P95Ms`] = quantile(durations, 0.95);
      figures[`${at}SmoothShare`] = durations.filter((duration) => duration <= smoothMs).length / durations.length;
    }
    await page.waitForTimeout(600);
    figures.nearElements = await page.evaluate("document.querySelectorAll('*').length");
    await session.send("HeapProfiler.enable");
    await session.send("HeapProfiler.collectGarbage");
    figures.heapMb = (await session.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
  } catch (error) {
    figures.failed = error.message.split("\n")[0];
    figures.firstFrameMs ??= mostMs;
  } finally {
    await browser.close();
    server.close();
  }
  return figures;
}

async function inTime(work) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`stopped after ${mostMs / 1000} s`)), mostMs)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Of all processes of the browser together. */
async function cpuSeconds(system) {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function serve(script, estate) {
  const css = readFileSync(path.join(root, "node_modules", "@xyflow", "react", "dist", "base.css"));
  const files = {
    "/": ["text/html", '<!doctype html><link rel="stylesheet" href="/base.css"><style>html,body,#root{margin:0;width:100%;height:100%;overflow:hidden;position:relative}.absolute{position:absolute}.inset-0{inset:0}.size-full{width:100%;height:100%}</style><div id="root"></div><script type="module" src="/page.js"></script>'],
    "/base.css": ["text/css", css],
    "/page.js": ["text/javascript", script],
    "/estate.json": ["application/json", estate],
  };
  const server = createServer(({ url }, response) => {
    const [type, content] = files[url] ?? ["text/plain", ""];
    response.writeHead(url in files ? 200 : 404, { "content-type": type }).end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

function medians(measured) {
  const failed = measured.find((one) => one.failed !== null)?.failed ?? null;
  const figures = [...new Set(measured.flatMap((one) => Object.keys(one)))].filter((figure) => figure !== "failed");
  return { failed, ...Object.fromEntries(figures.map((figure) => [figure, quantile(measured.map((one) => one[figure]).filter((value) => Number.isFinite(value)), 0.5)])) };
}

/** The least value that so large a share of the values does not exceed. */
function quantile(values, share) {
  return values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)];
}

function judge({ size, figure, label, most, least, peer, times }, results) {
  const find = (subject) => results.find((result) => result.subject === subject && result.size === size)?.[figure];
  const own = find(ours);
  if (own === undefined) return [];
  if (peer === undefined) {
    const isMet = most === undefined ? own >= least : own <= most;
    return [{ size, label, value: own, wanted: most === undefined ? `≥ ${least}` : `≤ ${most}`, isMet }];
  }
  const other = find(peer);
  return other === undefined ? [] : [{ size, label, value: other / own, wanted: `≥ ${times} ×`, isMet: other / own >= times }];
}

const columns = [
  ["subject", 12, ({ subject }) => subject],
  ["size", 7, ({ size }) => String(size)],
  ["first ms", 10, ({ firstFrameMs }) => told(firstFrameMs)],
  ...["fit", "middle", "near"].flatMap((at) => [
    [`${at} p50`, 11, (result) => told(result[`${at}P50Ms`])],
    [`${at} p95`, 11, (result) => told(result[`${at}P95Ms`])],
    [`${at} CPU`, 11, (result) => told(result[`${at}CpuMs`])],
  ]),
  ["elements", 10, ({ elements }) => told(elements)],
  ["near", 8, ({ nearElements }) => told(nearElements)],
  ["heap MB", 9, ({ heapAboveEmptyMb }) => told(heapAboveEmptyMb)],
];

function print(results, verdicts) {
  console.log(columns.map(([title, width]) => title.padStart(width)).join(" "));
  for (const result of results) console.log(columns.map(([, width, cell]) => cell(result).padStart(width)).join(" ") + (result.failed === null ? "" : `  ${result.failed}`));
  console.log("");
  for (const { size, label, value, wanted, isMet } of verdicts) {
    console.log(`${isMet ? "met    " : "not met"} ${String(size).padStart(6)}  ${label.padEnd(34)} ${told(value).padStart(8)}  wanted ${wanted}`);
  }
}

function told(value) {
  return value === undefined || Number.isNaN(value) ? "–" : value.toLocaleString("en-GB", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

main().catch(endWith);
