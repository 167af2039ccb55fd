import type { LinkedInventory } from "../graph/link";

/** Where a discovery leaves what it found. It is called once, also for a cancelled run: what was collected is kept. */
export interface Sink<Published> {
  publish(found: LinkedInventory): Promise<Published>;
}
