import type { Inngest } from "inngest";
import { breakOffDiscovery } from "../../lib/usecases/discovery/break-off-discovery";
import { publishDiscovery } from "../../lib/usecases/discovery/publish-discovery";
import { tellWebhooks } from "../../lib/usecases/webhooks/tell-webhooks";
import { discoveryCollected } from "../events";
import { inOwnWords } from "./in-own-words";

/** Links what was found and makes it the connection's inventory: also of a cancelled discovery, whose findings are kept. */
export function publishFindings(client: Inngest) {
  return client.createFunction(
    {
      id: "publish-discovery",
      retries: 3,
      triggers: [discoveryCollected],
      onFailure: ({ event, error }) => breakOffDiscovery(event.data.event.data.jobId, error.message),
    },
    async ({ event, step }) => {
      const { jobId } = event.data;
      await step.run("link and publish", () => inOwnWords(jobId, () => publishDiscovery(jobId)));
      await step.run("tell webhooks", tellWebhooks);
    },
  );
}
