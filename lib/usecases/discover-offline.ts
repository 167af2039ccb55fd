import type { Coverage } from "../core/coverage";
import { link } from "../graph/link";
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
  const [{ openProvider }, { discover }] = await Promise.all([import("../providers/open-provider"), import("../discovery/discover")]);
  const { signal, onProgress } = discovery;
  const opened = await openProvider(discovery.provider, discovery, signal);
  try {
    const { items, coverage } = await discover(opened, { signal, ...(onProgress === undefined ? {} : { onProgress }) });
    const inventory = link(items, { now: new Date().toISOString() });
    const formatted = await formatInventory(inventory, { title: `${opened.provider} ${opened.account}`, ...options });
    return { ...formatted, coverage, isPartial: coverage.some(({ status }) => status !== "complete") };
  } finally {
    opened.close();
  }
}
