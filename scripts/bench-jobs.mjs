// `npm run bench:jobs`: what background jobs cost, each part in a process of its own, and whether it is what is promised.
// `npm run bench:jobs -- engine --json`.
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWith, PhaseError } from "./phase.mjs";
import { root, tsx } from "./project.mjs";
import { start, stopChildrenOnSignals } from "./run.mjs";

/** By name: the file in bench/jobs, and flags for Node. */
const parts = {
  engine: { file: "engine.ts", flags: [] },
  cells: { file: "cells.ts", flags: [] },
  resources: { file: "resources.ts", flags: [] },
};

stopChildrenOnSignals();

async function main() {
  const { names, json } = readArguments();
  await ensureInstalled((text) => process.stderr.write(`install: ${text} …\n`), ["ignore", 2, 2]);
  const aims = [];
  for (const part of names) {
    const ended = await runPart(part, (line) => {
      if (json) console.log(JSON.stringify({ part, ...line }));
      else if (line.aim === undefined) console.log(readable(part, line));
      if (line.aim !== undefined) aims.push({ part, ...line });
    });
    if (ended === 0) continue;
    process.exitCode = 1;
    console.error(`bench ${part} ended with ${ended}`);
  }
  if (!json) tellAims(aims);
}

function readArguments() {
  const { values, positionals } = parse();
  const unknown = positionals.find((name) => parts[name] === undefined);
  if (unknown !== undefined) throw new PhaseError(`No part is called ${unknown}. There are: ${Object.keys(parts).join(", ")}.`);
  return { names: positionals.length === 0 ? Object.keys(parts) : positionals, json: values.json };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: "boolean", default: false } } });
  } catch (error) {
    throw new PhaseError(`${error.message}\nUse: npm run bench:jobs -- [part…] [--json]`);
  }
}

async function runPart(part, tell) {
  const { file, flags } = parts[part];
  const child = start([...tsx(), ...flags, path.join(root, "bench", "jobs", file)], { stdio: ["ignore", "pipe", "inherit"] });
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) if (line.startsWith("{")) tell(JSON.parse(line));
  });
  const { code, signal, error } = await child.exited;
  return error?.message ?? signal ?? code;
}

function readable(part, { case: name, metric, value, unit }) {
  return `${part.padEnd(9)} ${name.padEnd(52)} ${metric.padEnd(7)} ${figure(value).padStart(10)} ${unit}`;
}

function tellAims(aims) {
  console.log("");
  for (const { part, aim, value, unit, most } of aims) {
    console.log(`${value <= most ? "met    " : "not met"} ${part.padEnd(9)} ${aim.padEnd(44)} ${figure(value).padStart(8)} ${unit}  wanted ≤ ${figure(most)} ${unit}`);
  }
}

function figure(value) {
  return value.toLocaleString("en-GB", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

main().catch(endWith);
