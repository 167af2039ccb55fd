// What the embedded executor costs: functions of 300 steps in a row, on PGlite, each step's result saved before the next.
import { setTimeout as sleep } from "node:timers/promises";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { openBenchDatabase } from "../bench-database";
import { report, reportPeakMemory } from "../measure";
import { reportAim } from "./report-aim";

const steps = 300;
const rowsOfStep = 100;
const runs = 3;
const signingKey = "signkey-prod-00112233445566778899aabbccddeeff";

const close = await openBenchDatabase();
const { openDatabase } = await import("../../lib/db/database");
const { embeddedExecutor } = await import("../../inngest/engine/embedded-executor");
const { engine } = await openDatabase();
await engine.transaction((session) => session.exec("CREATE TABLE bench_rows (step INT NOT NULL, ordinal INT NOT NULL, body JSONB NOT NULL)"));

/** When each step of the run began, and how long it took by itself, in milliseconds. */
let begun: { at: number; ownMs: number }[] = [];

async function timed(work: () => Promise<unknown>): Promise<void> {
  const entry = { at: performance.now(), ownMs: 0 };
  begun.push(entry);
  await work();
  entry.ownMs = performance.now() - entry.at;
}

async function writeRows(step: number): Promise<void> {
  const rows = Array.from({ length: rowsOfStep }, (_, ordinal) => ({ step, ordinal, body: { name: `resource ${ordinal}`, tags: { step } } }));
  await engine.transaction((session) =>
    session.query("INSERT INTO bench_rows (step, ordinal, body) SELECT step, ordinal, body FROM jsonb_to_recordset($1::jsonb) AS row(step int, ordinal int, body jsonb)", [JSON.stringify(rows)]),
  );
}

const executor = embeddedExecutor({ database: engine, signingKey, onError: (error) => console.error(error) });
const client = new Inngest({ id: "bench", isDev: false, eventKey: "embedded", baseUrl: "http://embedded.local", fetch: executor.fetch, signingKey });
const functions = [
  client.createFunction({ id: "empty", retries: 0, triggers: [{ event: "empty" }] }, async ({ step }) => {
    for (let index = 0; index < steps; index++) await step.run(`step ${index}`, () => timed(async () => {}));
    tellEnd();
  }),
  client.createFunction({ id: "writing", retries: 0, triggers: [{ event: "writing" }] }, async ({ step }) => {
    for (let index = 0; index < steps; index++) await step.run(`step ${index}`, () => timed(() => writeRows(index)));
    tellEnd();
  }),
];
await executor.start(serve({ client, functions }));

/** Resolved when the function comes to its end. */
let tellEnd = () => {};

/** From one step's beginning to the next one's, less what the step itself took. */
function overheads(): number[] {
  return begun.slice(1).map(({ at }, index) => {
    const before = begun[index];
    return before === undefined ? NaN : at - before.at - before.ownMs;
  });
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

/** Runs a function a few times; from the event to the end of the run counts. */
async function measureRuns(name: "empty" | "writing") {
  const totals: number[] = [];
  const cpu: number[] = [];
  const gaps: number[] = [];
  for (let run = 0; run < runs; run++) {
    begun = [];
    const ended = new Promise<void>((resolve) => (tellEnd = resolve));
    const begin = performance.now();
    const cpuBefore = process.cpuUsage();
    await executor.send({ name });
    await ended;
    while (!(await executor.isIdle())) await sleep(1);
    totals.push(performance.now() - begin);
    const { user, system } = process.cpuUsage(cpuBefore);
    cpu.push((user + system) / 1_000);
    gaps.push(...overheads());
    if (begun.length !== steps) throw new Error(`${begun.length} steps began, not ${steps}`);
  }
  return { totalMs: quantile(totals, 0.5), cpuMs: quantile(cpu, 0.5), medianMs: quantile(gaps, 0.5), p10Ms: quantile(gaps, 0.1), p95Ms: quantile(gaps, 0.95) };
}

const empty = await measureRuns("empty");
report({ case: `${steps} steps in a row`, metric: "time", value: empty.totalMs, unit: "ms" });
report({ case: `${steps} steps in a row`, metric: "cpu", value: empty.cpuMs, unit: "ms" });
report({ case: "overhead of a step, median", metric: "time", value: empty.medianMs, unit: "ms" });
// What it is where other load on the machine leaves it alone.
report({ case: "overhead of a step, 10th percentile", metric: "time", value: empty.p10Ms, unit: "ms" });
report({ case: "overhead of a step, 95th percentile", metric: "time", value: empty.p95Ms, unit: "ms" });
const writing = await measureRuns("writing");
report({ case: `the same, a step writes ${rowsOfStep} rows, median`, metric: "time", value: writing.medianMs, unit: "ms" });
report({ case: "the same, 95th percentile", metric: "time", value: writing.p95Ms, unit: "ms" });
reportAim(`${steps} steps in a row`, { value: empty.totalMs, unit: "ms", most: 2_000 });
reportAim("overhead of a step", { value: empty.medianMs, unit: "ms", most: 5 });
reportAim(`overhead of a step that writes ${rowsOfStep} rows`, { value: writing.medianMs, unit: "ms", most: 5 });
await executor.stop();
reportPeakMemory();
await close();
