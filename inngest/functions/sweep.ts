import type { Inngest } from "inngest";
import { sweepWork } from "../../lib/usecases/jobs/sweep-work";

/** Every five minutes: takes up what was left behind, and removes what nobody needs any more. */
export function sweep(client: Inngest) {
  return client.createFunction(
    { id: "sweep", retries: 0, triggers: [{ cron: "*/5 * * * *" }], concurrency: 1 },
    ({ step }) => step.run("sweep", () => sweepWork(new Date())),
  );
}
