import { CloudVizError } from "../core/error";

/** Throws `unavailable` when the database does not answer. */
export async function checkReady(): Promise<void> {
  try {
    const { inventoryRevision } = await import("../db/inventory");
    await inventoryRevision();
  } catch (cause) {
    throw new CloudVizError("unavailable", "The database does not answer.", { details: [{ pointer: "database", detail: "does not answer" }], cause });
  }
}
