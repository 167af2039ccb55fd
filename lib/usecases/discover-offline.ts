import type { Coverage } from "../core/resource/coverage";
import type { LinkedInventory } from "../graph/link";
import { formatInventory, type Formatted, type FormatOptions } from "./format-inventory";

export interface OfflineDiscovery {
  provider: string;
  /** In the provider's own shape. */
  credentials: unknown;
  settings: unknown;
  signal: AbortSignal;
  onProgress?: (progress: { done: number; planned: number; resources: number }) => void;
}

export interface DiscoveredOutput extends Formatted {
  coverage: Coverage[];
  /** Something could not be seen: the command line ends with status 3. */
  isPartial: boolean;
}

/** Discovers a cloud account and formats what was seen, without a database. */
export async function discoverOffline(discovery: OfflineDiscovery, options: FormatOptions): Promise<DiscoveredOutput> {
  const [{ openProvider }, { runDiscovery }] = await Promise.all([import("../providers/open-provider"), import("../discovery/run-discovery")]);
  const { signal, onProgress } = discovery;
  const opened = await openProvider(discovery.provider, discovery, signal);
  const publish = (inventory: LinkedInventory) => formatInventory(inventory, { ...options, title: options.title ?? `${opened.provider} ${opened.title}` });
  const now = new Date().toISOString();
  const { published, found, outcome } = await runDiscovery(opened, { publish }, { signal, now, ...(onProgress === undefined ? {} : { onProgress }) });
  return { ...published, coverage: found.coverage, isPartial: outcome !== "succeeded" };
}
