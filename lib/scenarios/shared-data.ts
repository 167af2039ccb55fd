import { existsSync } from "node:fs";
import path from "node:path";

const folder = process.env.CLOUDVIZ_SHARED_DATA ?? path.resolve(import.meta.dirname, "../../../shared/data");

/**
 * Where other people's recorded inventories are, for tests that read them in place; null when they are not on this machine
 * (they are no part of the repository): the test then says so in one line and passes.
 */
export function sharedData(subpath: string): string | null {
  const found = path.join(folder, subpath);
  return existsSync(found) ? found : null;
}
