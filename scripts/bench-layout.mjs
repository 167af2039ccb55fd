// `npm run bench:layout`: our layouts and their peers over the same estates, in turn, each run in a process of its own.
// `npm run bench:layout -- --size 1000 --runs 5 --json`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWith, PhaseError } from "./phase.mjs";
import { root, tsx } from "./project.mjs";
import { run, start, stop, stopChildrenOnSignals } from "./run.mjs";

const defaultSizes = [100, 1_000, 10_000];
/** CPU seconds. A peer that takes more is stopped and counts as this much. */
const mostSeconds = 120;
/** On the clock, where other load holds a peer up or the system cannot count its CPU time. */
const mostMs = 900_000;
/** From here on one run of a peer is enough. */
const largeSize = 10_000;
const engines = { compound: "ours", elk: "peer", force: "ours", "d3-force": "peer" };

/** Of the medians, ours by the peer's; `least` for what must be larger. */
const aims = [
  ...[1_000, 10_000].flatMap((size) => [
    { ours: "compound", peer: "elk", size, figure: "userMs", label: "times less CPU than ELK", least: 100 },
    { ours: "compound", peer: "elk", size, figure: "crossingsPerEdge", label: "crossings, of ELK's", most: 1.1 },
    { ours: "compound", peer: "elk", size, figure: "meanEdgeLength", label: "edge length, of ELK's", most: 0.7 },
    { ours: "compound", peer: "elk", size, figure: "area", label: "area, of ELK's", most: 0.4 },
  ]),
  { ours: "force", peer: "d3-force", size: 1_000, figure: "userMs", label: "times less CPU than d3-force", least: 10 },
  { ours: "force", peer: "d3-force", size: 10_000, figure: "userMs", label: "times less CPU than d3-force", least: 30 },
];

stopChildrenOnSignals();

async function main() {
  const { sizes, runs, json } = readArguments();
  await ensureInstalled((text) => process.stderr.write(`install: ${text} …\n`), ["ignore", 2, 2]);
  const folder = mkdtempSync(path.join(tmpdir(), "cloudviz-bench-"));
  try {
    const results = await measureAll(folder, sizes, runs);
    const verdicts = [...overlapVerdicts(results), ...aims.flatMap((aim) => judge(aim, results))];
    if (json) console.log(JSON.stringify({ results, aims: verdicts }, null, 2));
    else print(results, verdicts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readArguments() {
  const { values } = parse();
  const sizes = values.size === undefined ? defaultSizes : values.size.map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new PhaseError("--size must be a whole number of resources, such as --size 1000.");
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new PhaseError("--runs must be a whole number, such as --runs 3.");
  return { sizes, runs, json: values.json };
}

function parse() {
  try {
    return parseArgs({ options: { json: { type: "boolean", default: false }, size: { type: "string", multiple: true }, runs: { type: "string", default: "3" } } });
  } catch (error) {
    throw new PhaseError(`${error.message}\nUse: npm run bench:layout -- [--size N] [--runs N] [--json]`);
  }
}

/** The engines take turns in every round, so that other load on the machine falls on all of them. */
async function measureAll(folder, sizes, runs) {
  const results = [];
  for (const size of sizes) {
    const input = path.join(folder, `${size}.bin`);
    if ((await run([...tsx(), path.join(root, "bench", "layout-input.ts"), String(size), input])) !== 0) throw new PhaseError(`The estate of ${size} could not be made.`);
    const taken = Object.fromEntries(Object.keys(engines).map((engine) => [engine, []]));
    for (let round = 0; round < runs; round++) {
      for (const [engine, side] of Object.entries(engines)) {
        if (side === "peer" && round > 0 && (size >= largeSize || taken[engine].some(({ failed }) => failed !== null))) continue;
        process.stderr.write(`${engine} of ${size}, run ${round + 1} of ${runs} …\n`);
        taken[engine].push(await measureOne(engine, input));
      }
    }
    for (const [engine, measured] of Object.entries(taken)) results.push({ engine, size, runs: measured.length, ...medians(measured) });
  }
  return results;
}

async function measureOne(engine, input) {
  const command = [...tsx(), "--max-old-space-size=6000", path.join(root, "bench", "layout-run.ts"), engine, input];
  const limited = process.platform === "win32" ? command : ["/bin/sh", "-c", `ulimit -t ${mostSeconds}; exec "$@"`, "sh", ...command];
  const child = start(limited, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  const timer = setTimeout(() => void stop(child, "SIGKILL"), mostMs);
  const { code, signal } = await child.exited;
  clearTimeout(timer);
  if (signal === "SIGXCPU" || signal === "SIGKILL") return { userMs: mostSeconds * 1000, failed: `stopped after ${mostSeconds} s of CPU` };
  return code === 0 ? { ...JSON.parse(output), failed: null } : { failed: `ended with ${code ?? signal}` };
}

function medians(measured) {
  const failed = measured.find((one) => one.failed !== null)?.failed ?? null;
  const figures = Object.keys(measured[0]).filter((figure) => figure !== "failed");
  return { failed, ...Object.fromEntries(figures.map((figure) => [figure, median(measured.map((one) => one[figure]).filter((value) => value !== undefined))])) };
}

function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function overlapVerdicts(results) {
  return results
    .filter(({ engine, overlaps }) => engines[engine] === "ours" && overlaps !== undefined)
    .map(({ engine, size, overlaps }) => ({ ours: engine, size, label: "overlaps", value: overlaps, wanted: "0", isMet: overlaps === 0 }));
}

function judge({ ours, peer, size, figure, label, least, most }, results) {
  const find = (engine) => results.find((result) => result.engine === engine && result.size === size)?.[figure];
  const [own, other] = [find(ours), find(peer)];
  if (own === undefined || other === undefined) return [];
  const value = least === undefined ? own / other : other / own;
  return [{ ours, size, label, value, wanted: least === undefined ? `≤ ${most}` : `≥ ${least}`, isMet: least === undefined ? value <= most : value >= least }];
}

const columns = [
  ["engine", 9, ({ engine }) => engine],
  ["size", 7, ({ size }) => String(size)],
  ["runs", 5, ({ runs }) => String(runs)],
  ["user ms", 9, ({ userMs }) => figure(userMs)],
  ["wall ms", 9, ({ wallMs }) => figure(wallMs)],
  ["peak MB", 8, ({ peakMb }) => figure(peakMb)],
  ["own MB", 7, ({ ownMb }) => figure(ownMb)],
  ["overlaps", 9, ({ overlaps }) => figure(overlaps)],
  ["cross/edge", 11, ({ crossingsPerEdge }) => figure(crossingsPerEdge)],
  ["px/edge", 8, ({ meanEdgeLength }) => figure(meanEdgeLength)],
  ["Mpx", 8, ({ area }) => figure(area === undefined ? undefined : area / 1e6)],
  ["bends/edge", 11, ({ bendsPerEdge }) => figure(bendsPerEdge)],
];

function print(results, verdicts) {
  console.log(columns.map(([title, width]) => title.padStart(width)).join(" "));
  for (const result of results) console.log(columns.map(([, width, cell]) => cell(result).padStart(width)).join(" ") + (result.failed === null ? "" : `  ${result.failed}`));
  console.log("");
  for (const { ours, size, label, value, wanted, isMet } of verdicts) {
    console.log(`${isMet ? "met    " : "not met"} ${ours.padEnd(9)} ${String(size).padStart(6)}  ${label.padEnd(30)} ${figure(value).padStart(8)}  wanted ${wanted}`);
  }
}

function figure(value) {
  return value === undefined || Number.isNaN(value) ? "–" : value.toLocaleString("en-GB", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

main().catch(endWith);
