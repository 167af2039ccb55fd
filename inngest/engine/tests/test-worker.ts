// A process of its own for kill.test.ts: works through one batch after another until it is killed, or with "finish" until
// the batch that was begun is done. test-worker.ts DATA_DIR_OR_DATABASE_URL JOURNAL [finish]
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "inngest/edge";
import { z } from "zod";
import { closeDatabase, openDatabase } from "../../../lib/db/database";
import { embeddedExecutor } from "../embedded-executor";
import { signingKey, testClient } from "./test-client";
import { batchEvents, readJournal, runsOfBatch, workload, writeJournal } from "./test-workload";

const [place = "", journal = "", task] = process.argv.slice(2);
const databaseUrl = place.startsWith("postgresql:") ? place : null;
const checkpoint = z.object({ run_id: z.string(), steps: z.array(z.object({ id: z.string() })) });

const { engine } = await openDatabase({ databaseUrl, dataDir: place });
const executor = embeddedExecutor({
  database: engine,
  signingKey,
  isAlone: databaseUrl === null,
  leaseMs: 3_000,
  backoffMs: () => 5,
  onError: (error) => writeJournal(journal, { type: "error", message: String(error) }),
});

/** Writes down what the executor has acknowledged, before the SDK learns of it. */
async function answer(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const request = new Request(input, init);
  const body: unknown = await request.clone().json();
  const response = await executor.fetch(request);
  const steps = checkpoint.safeParse(body);
  if (response.status === 200 && steps.success) writeJournal(journal, { type: "acknowledged", run: steps.data.run_id, steps: steps.data.steps.map(({ id }) => id) });
  return response;
}

async function finish(batch: number): Promise<void> {
  await executor.send(batchEvents(batch));
  const isDone = () => engine.transaction(async (session) => (await session.query("SELECT 1 FROM engine_runs WHERE ended_at IS NOT NULL")).length >= runsOfBatch * (batch + 1));
  while (!(await isDone())) await sleep(20);
}

const client = testClient(answer);
await executor.start(serve({ client, functions: workload(client, journal) }));
process.stdout.write("running\n");
const begun = readJournal(journal).flatMap((entry) => (entry.type === "batch" ? [entry.batch] : []));
for (let batch = Math.max(0, ...begun); ; batch++) {
  writeJournal(journal, { type: "batch", batch });
  await finish(batch);
  if (task === "finish") break;
}
await executor.stop();
await closeDatabase();
