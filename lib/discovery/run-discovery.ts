import { link } from "../graph/link";
import type { LinkedInventory } from "../graph/link";
import type { OpenedProvider } from "../providers/provider";
import { discover } from "./discover";
import type { DiscoverOptions } from "./discover";
import { outcomeOf } from "./outcome";
import type { DiscoveryOutcome } from "./outcome";
import type { Sink } from "./sink";

/** In the order they run. */
export const discoverySteps = ["collect", "link", "publish"] as const;
export type DiscoveryStep = (typeof discoverySteps)[number];

export interface RunDiscoveryOptions extends DiscoverOptions {
  /** RFC 3339: when the resources count as seen. */
  now: string;
  onStep?: (step: DiscoveryStep) => void;
}

export interface DiscoveryResult<Published> {
  published: Published;
  found: LinkedInventory;
  outcome: DiscoveryOutcome;
}

/** A whole discovery: plan and collect, link, publish. Closes the provider whatever happens; throws what the sink throws. */
export async function runDiscovery<Published>(
  opened: OpenedProvider,
  sink: Sink<Published>,
  { now, onStep, ...options }: RunDiscoveryOptions,
): Promise<DiscoveryResult<Published>> {
  try {
    onStep?.("collect");
    const { items } = await discover(opened, options);
    onStep?.("link");
    const found = link(items, { now });
    onStep?.("publish");
    const published = await sink.publish(found);
    return { published, found, outcome: options.signal.aborted ? "cancelled" : outcomeOf(found.coverage) };
  } finally {
    opened.close();
  }
}
