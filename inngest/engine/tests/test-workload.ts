import fs from "node:fs";
import type { Inngest } from "inngest";
import { z } from "zod";

/** What processes that are killed leave behind: each line is on its way before anything follows it. */
const entry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("batch"), batch: z.int() }),
  z.object({ type: z.enum(["began", "ended"]), run: z.string(), step: z.string() }),
  /** The executor answered that it has these steps (their hashed ids). */
  z.object({ type: z.literal("acknowledged"), run: z.string(), steps: z.array(z.string()) }),
  z.object({ type: z.literal("error"), message: z.string() }),
]);
export type JournalEntry = z.infer<typeof entry>;

export function writeJournal(file: string, line: JournalEntry): void {
  fs.appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** A last line that was cut short is left out. */
export function readJournal(file: string): JournalEntry[] {
  const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
  return lines.map((line) => entry.parse(JSON.parse(line)));
}

const children = 5;
const longSteps = 12;
const rounds = 3;

/** The events of one batch of work. Their ids make sending them again, after a kill, nothing. */
export function batchEvents(batch: number) {
  return ["sequence", "pairs", "parent"].map((name) => ({ id: `${name}-${batch}`, name, data: { batch } }));
}

/** How many runs a batch comes to, and what each returns. */
export const runsOfBatch = 3 + children;
export const results: Record<string, unknown> = {
  "app-sequence": Array.from({ length: longSteps }, (_, index) => index).reduce((sum, index) => sum + index, 0),
  "app-pairs": Array.from({ length: rounds }, (_, round) => [`a${round}`, `b${round}`]).flat(),
  "app-parent": children,
  "app-child": "xyz",
};

/** Functions of many steps, which write down what they do. */
export function workload(client: Inngest, journal: string) {
  async function note<Result>(run: string, step: string, work: () => Result): Promise<Result> {
    writeJournal(journal, { type: "began", run, step });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const result = work();
    writeJournal(journal, { type: "ended", run, step });
    return result;
  }
  return [
    client.createFunction({ id: "sequence", retries: 2, triggers: [{ event: "sequence" }] }, async ({ step, runId, attempt }) => {
      let sum = 0;
      for (let index = 0; index < longSteps; index++) {
        const id = `step ${index}`;
        sum += await step.run(id, () =>
          note(runId, id, () => {
            if (index === 6 && attempt === 0) throw new Error("a step that fails once");
            return index;
          }),
        );
      }
      return sum;
    }),
    client.createFunction({ id: "pairs", retries: 2, triggers: [{ event: "pairs" }] }, async ({ step, runId }) => {
      const pairs: string[] = [];
      for (let round = 0; round < rounds; round++) {
        pairs.push(...(await Promise.all(["a", "b"].map((name) => step.run(`${name}${round}`, () => note(runId, `${name}${round}`, () => `${name}${round}`))))));
        if (round === 0) await step.sleep("nap", "1s");
      }
      return pairs;
    }),
    client.createFunction({ id: "parent", retries: 2, triggers: [{ event: "parent" }] }, async ({ event, step, runId }) => {
      const parts = await step.run("plan", () => note(runId, "plan", () => Array.from({ length: children }, (_, part) => part)));
      await step.sendEvent("fan out", parts.map((part) => ({ id: `child-${String(event.data.batch)}-${part}`, name: "child", data: { part } })));
      return step.run("count", () => note(runId, "count", () => parts.length));
    }),
    client.createFunction({ id: "child", retries: 2, triggers: [{ event: "child" }], concurrency: { limit: 2 } }, async ({ step, runId }) => {
      let text = "";
      for (const letter of ["x", "y", "z"]) text += await step.run(letter, () => note(runId, letter, () => letter));
      return text;
    }),
  ];
}
