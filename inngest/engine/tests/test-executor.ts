import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { afterEach } from "vitest";
import { z } from "zod";
import { openDatabase } from "../../../lib/db/database";
import { withTestDatabase } from "../../../lib/db/test-database";
import { embeddedExecutor } from "../embedded-executor";
import type { EmbeddedExecutor, EmbeddedExecutorOptions } from "../embedded-executor";
import { signingKey, testClient } from "./test-client";

export type MakeFunctions = (client: Inngest) => InngestFunction.Any[];

export interface TestExecutor extends EmbeddedExecutor {
  /** What the executor answered to the SDK: `checkpoint 200`, `event 200` … */
  answers: string[];
  /** What went wrong outside of any function. */
  errors: unknown[];
}

const started: TestExecutor[] = [];

/** For a whole test file: a database that is empty before each test, whose executors are stopped after it. */
export function withExecutors(): void {
  withTestDatabase();
  afterEach(stopExecutors);
}

/** An executor on the test's database, with functions of its own, that tries again at once. `withExecutors` ends it. */
export async function startExecutor(makeFunctions: MakeFunctions, options: Partial<EmbeddedExecutorOptions> = {}): Promise<TestExecutor> {
  const { engine: database } = await openDatabase();
  const errors: unknown[] = [];
  const answers: string[] = [];
  const executor = embeddedExecutor({ database, signingKey, backoffMs: () => 1, onError: (error) => errors.push(error), ...options });
  const tested = { ...executor, answers, errors };
  started.push(tested);
  await executor.start(testHandler(makeFunctions, executor.fetch, answers));
  return tested;
}

export function testHandler(makeFunctions: MakeFunctions, answer: typeof fetch, answers: string[] = []) {
  const client = testClient(async (input, init) => {
    const response = await answer(input, init);
    answers.push(`${new Request(input, init).url.includes("/checkpoint/") ? "checkpoint" : "event"} ${response.status}`);
    return response;
  });
  return serve({ client, functions: makeFunctions(client), enableUnauthedSync: false });
}

/** Stops every executor of the test, and throws what went wrong in one. */
async function stopExecutors(): Promise<void> {
  const stopping = started.splice(0);
  await Promise.all(stopping.map((executor) => executor.stop()));
  const [error] = stopping.flatMap(({ errors }) => errors);
  if (error !== undefined) throw error;
}

/** Returns when nothing is left to do. The test's timeout ends a wait for what does not come. */
export async function settle(executor: EmbeddedExecutor): Promise<void> {
  await until(() => executor.isIdle());
}

export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await sleep(20);
}

/** A promise to be resolved by hand. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

export async function query(sql: string, parameters: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const { engine } = await openDatabase();
  return engine.transaction((session) => session.query(sql, parameters));
}

const ended = z.object({ status: z.string(), output: z.unknown(), error: z.looseObject({ name: z.string(), message: z.string() }).nullable() });

/** The runs of a function, in the order of their milliseconds. */
export async function runsOf(functionId: string): Promise<z.infer<typeof ended>[]> {
  return z.array(ended).parse(await query("SELECT status, output, error FROM engine_runs WHERE function_id = $1 ORDER BY created_at", [`app-${functionId}`]));
}
