import { discover } from "../../lib/discovery/discover";
import type { Discovered, DiscoverOptions } from "../../lib/discovery/discover";
import { link } from "../../lib/graph/link";
import type { LinkedInventory } from "../../lib/graph/link";
import { openProvider } from "../../lib/providers/open-provider";
import { startProxy } from "./proxy";
import type { ProxyOptions } from "./proxy";
import { motoUrl } from "./moto-url";
import { estate } from "./seed";

export interface Taken {
  found: Discovered;
  inventory: LinkedInventory;
  calls: string[];
}

export const defaultInput = { credentials: { mode: "default" }, settings: { regions: estate.map(({ region }) => region) } };

/** Discovers the estate through a proxy of ours, the way the product does: only AWS_ENDPOINT_URL says where AWS is. */
export async function takeInventory(proxyOptions: Omit<ProxyOptions, "target"> = {}, input = defaultInput, options: Partial<DiscoverOptions> = {}): Promise<Taken> {
  await using proxy = await startProxy({ target: motoUrl(), ...proxyOptions });
  process.env.AWS_ENDPOINT_URL = proxy.url;
  const signal = options.signal ?? new AbortController().signal;
  const opened = await openProvider("aws", input, signal);
  try {
    const found = await discover(opened, { ...options, signal });
    return { found, inventory: link(found.items, { now: "2026-01-01T00:00:00Z" }), calls: proxy.calls };
  } finally {
    opened.close();
  }
}
