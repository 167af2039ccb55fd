import { NonRetriableError, RetryAfterError, invoke, type Inngest } from "inngest";
import { z } from "zod";

const triggers = [{ event: "go" }];

/** One function for each thing that can be said. */
export function testFunctions(client: Inngest) {
  const invoked = client.createFunction({ id: "invoked", retries: 0, triggers: [invoke(z.object({ n: z.number() }))] }, () => 1);
  return [
    invoked,
    client.createFunction({ id: "returns", retries: 1, triggers }, () => ({ a: 1, none: undefined })),
    client.createFunction({ id: "returns-nothing", retries: 1, triggers }, () => {}),
    client.createFunction({ id: "throws", retries: 1, triggers }, () => {
      throw new TypeError("no");
    }),
    client.createFunction({ id: "throws-final", retries: 1, triggers }, () => {
      throw new NonRetriableError("never");
    }),
    client.createFunction({ id: "step", retries: 2, triggers }, ({ step }) => step.run("one", () => 1)),
    client.createFunction({ id: "two-steps", retries: 2, triggers }, async ({ step }) => [await step.run("one", () => 1), await step.run("two", () => 2)]),
    client.createFunction({ id: "repeated", retries: 2, triggers }, async ({ step }) => [await step.run("same", () => 1), await step.run("same", () => 2)]),
    client.createFunction({ id: "step-throws", retries: 2, triggers }, ({ step }) =>
      step.run("one", () => {
        throw new Error("again");
      }),
    ),
    client.createFunction({ id: "step-throws-final", retries: 2, triggers }, ({ step }) =>
      step.run("one", () => {
        throw new NonRetriableError("never");
      }),
    ),
    client.createFunction({ id: "step-throws-later", retries: 2, triggers }, ({ step }) =>
      step.run("one", () => {
        throw new RetryAfterError("later", 7_000);
      }),
    ),
    client.createFunction({ id: "step-caught", retries: 2, triggers }, ({ step }) => step.run("one", () => 1).catch((error: Error) => `caught ${error.message}`)),
    client.createFunction({ id: "sleeps", retries: 1, triggers }, ({ step }) => step.sleep("nap", "36h")),
    client.createFunction({ id: "sleeps-until", retries: 1, triggers }, ({ step }) => step.sleepUntil("nap", "2030-01-02T03:04:05Z")),
    client.createFunction({ id: "waits", retries: 1, triggers }, ({ step }) => step.waitForEvent("answer", { event: "answered", timeout: "2h", if: "async.data.id == event.data.id" })),
    client.createFunction({ id: "waits-match", retries: 1, triggers }, ({ step }) => step.waitForEvent("answer", { event: "answered", timeout: "2h", match: "data.id" })),
    client.createFunction({ id: "invokes", retries: 1, triggers }, ({ step }) => step.invoke("ask", { function: invoked, data: { n: 1 } })),
    client.createFunction({ id: "invokes-for", retries: 1, triggers }, ({ step }) => step.invoke("ask", { function: invoked, data: { n: 1 }, timeout: "1h" })),
    client.createFunction({ id: "sends", retries: 1, triggers }, ({ step }) => step.sendEvent("tell", [{ id: "told-1", name: "told", data: { n: 1 } }, { name: "told" }])),
    client.createFunction({ id: "parallel", retries: 1, triggers }, ({ step }) => Promise.all([step.run("a", () => "A"), step.run("b", () => "B")])),
    client.createFunction({ id: "races", retries: 1, triggers }, async ({ step, group }) =>
      group.parallel({ mode: "race" }, () => Promise.race([step.run("a", () => "A"), step.sleep("nap", "1h")])),
    ),
    client.createFunction({ id: "fetches", retries: 1, triggers }, ({ step }) => step.fetch("https://example.com/")),
    client.createFunction({ id: "signals", retries: 1, triggers }, ({ step }) => step.waitForSignal("sign", { signal: "s", timeout: "1h", onConflict: "fail" })),
    client.createFunction({ id: "infers", retries: 1, triggers }, ({ step }) =>
      step.ai.infer("think", { model: { format: "openai-chat", url: "https://example.com/", options: { model: "m" }, headers: {}, authKey: "" } as never, body: {} as never }),
    ),
    client.createFunction(
      {
        id: "configured",
        name: "Configured",
        retries: 5,
        triggers: [{ event: "go", if: "event.data.n > 1" }, { cron: "TZ=Europe/Paris 0 12 * * *" }],
        cancelOn: [{ event: "stop", if: "async.data.id == event.data.id", timeout: "1h" }],
        concurrency: [{ limit: 2, key: "event.data.id" }, { limit: 9 }],
        idempotency: "event.data.id",
        onFailure: ({ error }) => error.message,
      },
      () => {},
    ),
  ];
}
