import type { z } from "zod";
import type { diagramPage } from "../../core/api/diagrams";
import type { pageQuery } from "../../core/api/page";
import { idCursor, pageOf } from "../page-of";

/** Last changed first. */
export async function listDiagrams(query: Pick<z.output<typeof pageQuery>, "limit" | "cursor">): Promise<z.output<typeof diagramPage>> {
  const repository = await import("../../db/diagrams");
  return pageOf(await repository.listDiagrams({ after: idCursor(query.cursor), limit: query.limit + 1 }), query.limit);
}
