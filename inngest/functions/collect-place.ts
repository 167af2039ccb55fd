import { RetryAfterError, type Inngest } from "inngest";
import { collectPlannedCell } from "../../lib/usecases/discovery/collect-planned-cell";
import { failCells, listUnfinished } from "../../lib/usecases/discovery/place-cells";
import { publishRequest } from "../../lib/usecases/discovery/request-discovery";
import { cancelOn, placeRequested } from "../events";
import { inOwnWords, internalError } from "./in-own-words";

const retries = 3;
/** So many places of one discovery are looked at at once: an account's calls stay below what EC2 allows a second. */
const placesAtOnce = 8;
/** How long a throttled cell is left alone, by how often it was tried. */
const throttledForMs = [5_000, 15_000, 45_000] as const;

/** Looks at one place, a step for each service. What fails there is told of its cell, and the others go on. */
export function collectPlace(client: Inngest) {
  return client.createFunction(
    {
      id: "collect-place",
      retries,
      triggers: [placeRequested],
      concurrency: { limit: placesAtOnce, key: "event.data.jobId" },
      cancelOn,
      onFailure: async ({ event, step }) => {
        const { jobId, attempt, account, region } = event.data.event.data;
        const isLast = await step.run("give up", () => failCells(jobId, { account, region }, internalError));
        if (isLast) await step.sendEvent("publish", [publishRequest({ id: jobId, attempt })]);
      },
    },
    async ({ event, step, attempt: tried }) => {
      const { jobId, attempt, account, region } = event.data;
      const place = { account, region };
      const { cells } = await step.run("list", () => inOwnWords(jobId, () => listUnfinished(jobId, place)));
      for (const { ordinal, collector } of cells) {
        const collect = () =>
          inOwnWords(jobId, async () => {
            const collected = await collectPlannedCell({ jobId, place, ordinal, collector, isLastAttempt: tried >= retries });
            if (collected.status === "throttled") throw new RetryAfterError("The cloud throttles this call.", throttledForMs[tried] ?? 45_000);
            return collected;
          });
        await step.run(collector, collect).catch((error: Error) => step.run(`${collector} failed`, () => failCells(jobId, { ...place, ordinal }, error.message)));
      }
      const { isLast } = await step.run("end", () => inOwnWords(jobId, () => listUnfinished(jobId, place)));
      if (isLast) await step.sendEvent("publish", [publishRequest({ id: jobId, attempt })]);
    },
  );
}
