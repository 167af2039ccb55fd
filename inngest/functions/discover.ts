import type { Inngest } from "inngest";
import { breakOffDiscovery } from "../../lib/usecases/discovery/break-off-discovery";
import { planDiscovery } from "../../lib/usecases/discovery/plan-discovery";
import { publishRequest } from "../../lib/usecases/discovery/request-discovery";
import { cancelOn, discoveryRequested } from "../events";
import { inOwnWords } from "./in-own-words";

/** Plans a discovery and has every place looked at, each by a run of its own: Inngest ends a run after 1,000 steps. */
export function discover(client: Inngest) {
  return client.createFunction(
    {
      id: "discover",
      retries: 3,
      triggers: [discoveryRequested],
      cancelOn,
      onFailure: ({ event, error }) => breakOffDiscovery(event.data.event.data.jobId, error.message),
    },
    async ({ event, step }) => {
      const { jobId, attempt } = event.data;
      const places = await step.run("plan", () => inOwnWords(jobId, () => planDiscovery(jobId)));
      if (places.length === 0) {
        await step.sendEvent("publish", [publishRequest({ id: jobId, attempt })]);
        return;
      }
      // A step that is run again sends again: the ids make the second event none.
      const events = places.map(({ account, region }) => ({
        name: "discovery/place.requested",
        id: `${jobId}:${attempt}:${account}:${region ?? ""}`,
        data: { jobId, attempt, account, region },
      }));
      await step.sendEvent("collect", events);
    },
  );
}
