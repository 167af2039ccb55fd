import type { z } from "zod";
import type { shareQuery, sharePage } from "../../core/api/shares";
import { idCursor, pageOf } from "../page-of";

/** Newest first, those that open no more among them. */
export async function listShares({ diagram, cursor, limit }: z.output<typeof shareQuery>): Promise<z.output<typeof sharePage>> {
  const repository = await import("../../db/shares");
  return pageOf(await repository.listShares({ diagramId: diagram, after: idCursor(cursor), limit: limit + 1 }), limit);
}
