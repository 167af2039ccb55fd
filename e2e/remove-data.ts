import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Removes the database the browser tests worked on, when it is the one that playwright.config.ts made. */
export default function removeData(): void {
  const folder = process.env.CLOUDVIZ_E2E_DATA_DIR;
  if (folder?.startsWith(path.join(tmpdir(), "cloudviz-e2e-"))) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
