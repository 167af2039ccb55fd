import { CloudVizError } from "../../core/error";
import type { Share } from "../../core/share/share";

/** Throws `not-found`. */
export async function getShare(id: string): Promise<Share> {
  const repository = await import("../../db/shares");
  const share = await repository.getShare(id);
  if (share === null) throw new CloudVizError("not-found", "There is no such link.");
  return share;
}
