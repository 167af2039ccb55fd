import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runFolder } from "./test-data-directory";

/** A folder that all test files of one run share. */
export default function setUp(): () => void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cloudviz-run-"));
  process.env[runFolder] = folder;
  return () => fs.rmSync(folder, { recursive: true, force: true });
}
