import { openVault } from "../../auth/vault";
import type { Connection } from "../../core/connection";
import { CloudVizError } from "../../core/error";
import type { JsonObject } from "../../core/json";
import { jsonObject } from "../../core/json";
import type { DiscoveryProgress } from "../../discovery/discover";
import type { LinkedInventory } from "../../graph/link";
import type { JobContext, JobOutcome } from "../../jobs/job-runner";

/** Looks at everything a connection reaches, and stores what was seen, also when a part was denied or the job cancelled. */
export async function runDiscovery({ job, signal, progress }: JobContext): Promise<JobOutcome> {
  const connection = await readConnection(job.connectionId);
  const [{ openProvider }, discovery, { publishInventory }] = await Promise.all([
    import("../../providers/open-provider"),
    import("../../discovery/run-discovery"),
    import("../../db/inventory"),
  ]);
  const at = new Date().toISOString();
  const opened = await openProvider(connection.source, { credentials: await openCredentials(connection), settings: connection.settings }, signal);
  const publish = (inventory: LinkedInventory) => {
    const { aliases, collectors, coverage } = inventory;
    return publishInventory({ connectionId: connection.id, jobId: job.id, rank: "live", inventory, aliases, collectors, complete: coverage, at });
  };
  const onProgress = ({ done, planned }: DiscoveryProgress) => progress({ done, planned });
  const { published, found, outcome } = await discovery.runDiscovery(opened, { publish }, { signal, now: at, onProgress });
  return { status: outcome, result: { ...published, notices: found.notices }, coverage: found.coverage };
}

async function readConnection(id: string | null): Promise<Connection> {
  const { getConnection } = await import("../../db/connections");
  const connection = id === null ? null : await getConnection(id);
  if (connection === null) throw new CloudVizError("not-found", "The connection was removed before its discovery began.");
  return connection;
}

async function openCredentials(connection: Connection): Promise<JsonObject> {
  const { readSealedCredentials } = await import("../../db/connections");
  const sealed = await readSealedCredentials(connection.id);
  if (sealed === null) throw new CloudVizError("invalid-credentials", "This connection has no credentials. Remove it and connect again.");
  return jsonObject.parse(JSON.parse(await openVault().open(connection.id, sealed)));
}
