import type { Inngest } from "inngest";
import { startScheduled } from "../../lib/usecases/schedules/start-scheduled";

/** Each minute: starts the discoveries whose time has come. People's schedules are rows, since functions are fixed when the server starts. */
export function startScheduledDiscoveries(client: Inngest) {
  return client.createFunction(
    { id: "start-scheduled", retries: 0, triggers: [{ cron: "* * * * *" }] },
    ({ step }) => step.run("start", () => startScheduled(new Date())),
  );
}
