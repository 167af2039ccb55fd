import type { Inngest } from "inngest";
import { collectPlace } from "./collect-place";
import { deliverWebhook } from "./deliver-webhook";
import { discover } from "./discover";
import { drawExport } from "./draw-export";
import { publishFindings } from "./publish-findings";
import { startScheduledDiscoveries } from "./start-scheduled";
import { sweep } from "./sweep";

const table = { discover, collectPlace, publishFindings, drawExport, deliverWebhook, startScheduledDiscoveries, sweep } as const;

/** Every function, for whoever serves them. */
export function functionsOf(client: Inngest) {
  return Object.values(table).map((make) => make(client));
}
