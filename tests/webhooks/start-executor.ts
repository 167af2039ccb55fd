import { serve } from "inngest/edge";
import { inngestClient } from "../../inngest/client";
import { embeddedExecutor } from "../../inngest/engine/embedded-executor";
import { collectPlace } from "../../inngest/functions/collect-place";
import { deliverWebhook } from "../../inngest/functions/deliver-webhook";
import { discover } from "../../inngest/functions/discover";
import { publishFindings } from "../../inngest/functions/publish-findings";
import { openDatabase } from "../../lib/db/database";
import { registerJobQueue } from "../../lib/jobs/job-queue";

const signingKey = `signkey-prod-${"0".repeat(64)}`;

/** The queue as the server starts it, with other delays between the attempts of a delivery. */
export async function startExecutor(delaysMs: readonly number[]): Promise<{ stop: () => Promise<void> }> {
  const { engine: database } = await openDatabase();
  const errors: unknown[] = [];
  const executor = embeddedExecutor({ database, signingKey, onError: (error) => errors.push(error) });
  const client = inngestClient({ baseUrl: "http://embedded.local", eventKey: "embedded", signingKey, fetch: executor.fetch });
  const functions = [discover(client), collectPlace(client), publishFindings(client), deliverWebhook(client, delaysMs)];
  await executor.start(serve({ client, functions }));
  registerJobQueue({ kind: "embedded", send: async (events) => void (await executor.send([...events])), prune: async () => {} });
  return {
    stop: async () => {
      await executor.stop();
      if (errors.length > 0) throw new AggregateError(errors, "the executor failed");
    },
  };
}
