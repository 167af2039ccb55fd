import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { JsonObject } from "../lib/core/json";
import { azureRows } from "./azure-export";
import { gcpAssets } from "./gcp-export";
import { median, report, reportCount, size } from "./measure";

const runs = 3;
const taken = z.object({ ms: z.number(), cpuMs: z.number(), peakMb: z.number(), resources: z.number(), edges: z.number() });
const folder = mkdtempSync(path.join(tmpdir(), "cloudviz-bench-"));

try {
  bench("Resource Graph export", writeFile("resources.json", { before: '{"count":0,"data":[', between: ",\n", after: "]}" }, azureRows(size)));
  bench("Cloud Asset export", writeFile("assets.json", { before: "", between: "\n", after: "\n" }, gcpAssets(size)));
} finally {
  rmSync(folder, { recursive: true });
}

function writeFile(name: string, frame: { before: string; between: string; after: string }, records: Iterable<JsonObject>): string {
  const file = path.join(folder, name);
  const to = openSync(file, "w");
  let between = frame.before;
  for (const record of records) {
    writeSync(to, between + JSON.stringify(record));
    between = frame.between;
  }
  writeSync(to, frame.after);
  closeSync(to);
  return file;
}

function bench(name: string, file: string): void {
  const once = path.join(import.meta.dirname, "import-once.ts");
  const all = Array.from({ length: runs }, () => taken.parse(JSON.parse(execFileSync(process.execPath, ["--import", "tsx", once, file], { encoding: "utf8" }))));
  const ms = median(all.map((each) => each.ms));
  report({ case: name, metric: "bytes", value: statSync(file).size / 1024, unit: "KB" });
  report({ case: `${name}, import+link`, metric: "time", value: ms, unit: "ms" });
  // Of the whole process, its start included: other load on the machine disturbs it less than the time on the clock.
  report({ case: `${name}, import+link`, metric: "cpu", value: median(all.map((each) => each.cpuMs)), unit: "ms" });
  reportCount(`${name}, rows a second`, size / (ms / 1000));
  report({ case: `${name}, peak memory`, metric: "memory", value: median(all.map((each) => each.peakMb)), unit: "MB" });
  for (const { resources, edges } of all.slice(0, 1)) {
    reportCount(`${name}, resources`, resources);
    reportCount(`${name}, edges`, edges);
  }
}
