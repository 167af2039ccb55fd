import { eventType } from "inngest";
import { workEvents } from "../lib/jobs/work-events";

/** The events of background work as Inngest knows them: what is received is parsed. */
export const discoveryRequested = eventType("discovery/requested", { schema: workEvents["discovery/requested"] });
export const placeRequested = eventType("discovery/place.requested", { schema: workEvents["discovery/place.requested"] });
export const discoveryCollected = eventType("discovery/collected", { schema: workEvents["discovery/collected"] });
export const exportRequested = eventType("export/requested", { schema: workEvents["export/requested"] });
export const deliveryRequested = eventType("webhook/delivery.requested", { schema: workEvents["webhook/delivery.requested"] });

/** A cancelled attempt begins nothing more. */
export const cancelOn = [{ event: "discovery/cancelled", if: "async.data.jobId == event.data.jobId && async.data.attempt == event.data.attempt" }];
