import { CloudVizError } from "../../core/error";

/** The link opens no more, for good; it stays in the list. Throws `not-found`. */
export async function revokeShare(id: string): Promise<void> {
  const repository = await import("../../db/shares");
  if (!(await repository.revokeShare(id))) throw new CloudVizError("not-found", "There is no such link.");
}
