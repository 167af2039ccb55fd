import { execFileSync } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { rendererIds } from "../lib/renderers";
import { median, report, size } from "./measure";

const drawn = z.object({ ms: z.number(), cpuMs: z.number(), peakMb: z.number(), bytes: z.number() });
const once = path.join(import.meta.dirname, "export-once.ts");
/** What takes longer is drawn once: its figure is steady enough. */
const longMs = 5_000;
const runs = 3;

// A process for each format: its peak memory is its own, with Node and the scene.
for (const id of rendererIds) {
  const all = [draw(id)];
  while (all.length < runs && (all[0]?.ms ?? 0) < longMs) all.push(draw(id));
  report({ case: id, metric: "time", value: median(all.map(({ ms }) => ms)), unit: "ms" });
  report({ case: id, metric: "cpu", value: median(all.map(({ cpuMs }) => cpuMs)), unit: "ms" });
  report({ case: id, metric: "bytes", value: median(all.map(({ bytes }) => bytes)) / 1024, unit: "KB" });
  report({ case: id, metric: "memory", value: median(all.map(({ peakMb }) => peakMb)), unit: "MB" });
}

function draw(id: string): z.infer<typeof drawn> {
  return drawn.parse(JSON.parse(execFileSync(process.execPath, ["--import", "tsx", once, String(size), id], { encoding: "utf8" })));
}
