// `npm run bench`: what the parts cost, on generated estates. Every bench and size runs in a process of its own, so that its
// peak memory is its own. `npm run bench -- layout --size 1000 --json`.
import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWith, PhaseError } from "./phase.mjs";
import { root, tsx } from "./project.mjs";
import { start, stopChildrenOnSignals } from "./run.mjs";

const defaultSizes = [100, 1_000, 10_000];
/** Of the benches that are about one size. */
const sizesOf = { "cloud-import": [50_000] };

stopChildrenOnSignals();

async function main() {
  const { names, sizes, json } = readArguments();
  await ensureInstalled((text) => process.stderr.write(`install: ${text} …\n`), ["ignore", 2, 2]);
  let failed = 0;
  for (const name of names) {
    for (const size of sizes ?? sizesOf[name] ?? defaultSizes) {
      const ended = await runBench(name, size, (measurement) => console.log(json ? JSON.stringify(measurement) : readable(measurement)));
      if (ended !== 0) {
        failed++;
        console.error(`bench ${name} of ${size} ended with ${ended}`);
      }
    }
  }
  if (failed > 0) process.exitCode = 1;
}

function readArguments() {
  const { values, positionals } = parse();
  const known = readdirSync(path.join(root, "bench")).filter((file) => file.endsWith(".bench.ts")).map((file) => file.slice(0, -".bench.ts".length));
  const names = known.filter((name) => positionals.length === 0 || positionals.some((wanted) => name.includes(wanted)));
  if (names.length === 0) throw new PhaseError(`No bench is called ${positionals.join(" or ")}. There are: ${known.join(", ")}.`);
  const sizes = values.size?.map(Number);
  if (sizes?.some((size) => !Number.isInteger(size) || size < 1)) throw new PhaseError("--size must be a whole number of resources, such as --size 1000.");
  return { names, sizes, json: values.json };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: "boolean", default: false }, size: { type: "string", multiple: true } } });
  } catch (error) {
    throw new PhaseError(`${error.message}\nUse: npm run bench -- [name…] [--size N] [--json]`);
  }
}

async function runBench(bench, size, tell) {
  const child = start([...tsx(), path.join(root, "bench", `${bench}.bench.ts`), String(size)], { stdio: ["ignore", "pipe", "inherit"] });
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) if (line.startsWith("{")) tell({ bench, size, ...JSON.parse(line) });
  });
  const { code, signal, error } = await child.exited;
  return error?.message ?? signal ?? code;
}

function readable({ bench, size, case: name, metric, value, unit }) {
  const figure = value.toLocaleString("en-GB", { maximumFractionDigits: value < 100 ? 1 : 0 });
  return `${bench.padEnd(12)} ${String(size).padStart(6)}  ${name.padEnd(42)} ${metric.padEnd(7)} ${figure.padStart(10)} ${unit}`;
}

main().catch(endWith);
