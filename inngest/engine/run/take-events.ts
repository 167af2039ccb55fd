import { createHash, randomUUID } from "node:crypto";
import { storable } from "../../../lib/db/storable";
import type { EngineContext } from "../engine-context";
import type { EngineEvent, SentEvent } from "../protocol/protocol";
import { routeEvents } from "./route-events";
import { insertEvents } from "../store/events";

/**
 * Keeps events and gives them to all that they concern; one whose id was seen before is not taken again. `seed` makes the
 * ids of events without one: the SDK repeats it when it sends again. Returns the ids.
 */
export async function takeEvents({ transaction, functions }: Pick<EngineContext, "transaction" | "functions">, sent: readonly SentEvent[], seed: string = randomUUID()): Promise<string[]> {
  const events = sent.map((event, index): EngineEvent => storable({ ...event, id: event.id ?? derivedId(seed, index), data: event.data ?? {}, ts: event.ts ?? Date.now() }));
  await transaction(async (session) => routeEvents(session, functions, await insertEvents(session, events)));
  return events.map(({ id }) => id);
}

function derivedId(seed: string, index: number): string {
  return createHash("sha256").update(`${index}:${seed}`).digest("hex").slice(0, 32);
}
