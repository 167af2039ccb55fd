import { isMainThread } from "node:worker_threads";

/** How many resources; scripts/bench.mjs runs every bench once for each size, in a process of its own. */
export const size = Number(process.argv[2] ?? 100);

export interface Measurement {
  case: string;
  metric: "time" | "cpu" | "memory" | "bytes" | "count";
  value: number;
  unit: "ms" | "MB" | "KB" | "";
}

/** One line on standard output, read by scripts/bench.mjs. */
export function report(measurement: Measurement): void {
  console.log(JSON.stringify({ ...measurement, value: Math.round(measurement.value * 100) / 100 }));
}

/**
 * Runs the work several times and reports medians: the time on the clock and the CPU's own, which other load on the machine
 * disturbs less. `fresh` prepares each run and is not measured. Nothing is warmed up: the first run counts among the others.
 */
export async function measure<Prepared, Result>(
  name: string,
  work: (prepared: Prepared) => Result | Promise<Result>,
  { runs = 5, fresh }: { runs?: number; fresh: () => Prepared | Promise<Prepared> },
): Promise<Result> {
  const times: number[] = [];
  const cpu: number[] = [];
  let last: { result: Result } | null = null;
  for (let run = 0; run < runs; run++) {
    const prepared = await fresh();
    const cpuBefore = process.cpuUsage();
    const begin = performance.now();
    const result = await work(prepared);
    times.push(performance.now() - begin);
    const { user, system } = process.cpuUsage(cpuBefore);
    cpu.push((user + system) / 1000);
    last = { result };
  }
  if (last === null) throw new Error("A bench runs at least once.");
  report({ case: name, metric: "time", value: median(times), unit: "ms" });
  report({ case: name, metric: "cpu", value: median(cpu), unit: "ms" });
  return last.result;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The most memory that this process ever had, everything included (V8, WebAssembly, buffers). Call it last. */
export function reportPeakMemory(): void {
  if (isMainThread) report({ case: "process", metric: "memory", value: process.resourceUsage().maxRSS / 1024, unit: "MB" });
}

export function reportCount(name: string, value: number): void {
  report({ case: name, metric: "count", value, unit: "" });
}

export function reportBytes(name: string, content: string | Uint8Array): void {
  report({ case: name, metric: "bytes", value: Buffer.byteLength(content) / 1024, unit: "KB" });
}
