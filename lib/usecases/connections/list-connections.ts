import type { z } from "zod";
import type { connectionPage } from "../../core/api/connections";
import type { pageQuery } from "../../core/api/page";
import { idCursor, pageOf } from "../page-of";

/** Oldest first. */
export async function listConnections(query: z.output<typeof pageQuery>): Promise<z.output<typeof connectionPage>> {
  const repository = await import("../../db/connections");
  const all = await repository.listConnections();
  const after = idCursor(query.cursor);
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  return pageOf(all.slice(start, start + query.limit + 1), query.limit, query.count ? all.length : undefined);
}
