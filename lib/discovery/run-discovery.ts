import { link } from "../graph/link";
import type { LinkedInventory } from "../graph/link";
import type { OpenedProvider } from "../providers/provider";
import { discover } from "./discover";
import type { DiscoverOptions } from "./discover";
import type { Sink } from "./sink";

/** In the order they run. */
export const discoverySteps = ["collect", "link", "publish"] as const;
export type DiscoveryStep = (typeof discoverySteps)[number];

export interface RunDiscoveryOptions extends DiscoverOptions {
  /** RFC 3339: when the resources count as seen. */
  now: string;
  onStep?: (step: DiscoveryStep) => void;
}

/** A whole discovery: plan and collect, link, publish. Closes the provider whatever happens; throws what the sink throws. */
export async function runDiscovery(opened: OpenedProvider, sink: Sink, { now, onStep, ...options }: RunDiscoveryOptions): Promise<LinkedInventory> {
  try {
    onStep?.("collect");
    const { items } = await discover(opened, options);
    onStep?.("link");
    const found = link(items, { now });
    onStep?.("publish");
    await sink.publish(found);
    return found;
  } finally {
    opened.close();
  }
}
