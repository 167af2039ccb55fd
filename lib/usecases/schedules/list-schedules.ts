import type { z } from "zod";
import type { pageQuery } from "../../core/api/page";
import type { schedulePage } from "../../core/api/schedules";
import { idCursor, pageOf } from "../page-of";

/** Oldest first. */
export async function listSchedules({ cursor, limit }: Pick<z.output<typeof pageQuery>, "limit" | "cursor">): Promise<z.output<typeof schedulePage>> {
  const repository = await import("../../db/schedules");
  return pageOf(await repository.listSchedules({ after: idCursor(cursor), limit: limit + 1 }), limit);
}
