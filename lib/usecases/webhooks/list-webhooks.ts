import type { z } from "zod";
import type { pageQuery } from "../../core/api/page";
import type { webhookPage } from "../../core/api/webhooks";
import { idCursor, pageOf } from "../page-of";

/** Oldest first. */
export async function listWebhooks(query: z.output<typeof pageQuery>): Promise<z.output<typeof webhookPage>> {
  const repository = await import("../../db/webhooks/webhooks");
  const all = await repository.listWebhooks();
  const after = idCursor(query.cursor);
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  return pageOf(all.slice(start, start + query.limit + 1), query.limit, query.count ? all.length : undefined);
}
