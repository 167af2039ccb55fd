import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The Node that package-lock.json brings, so that every machine runs the same one; the running one where it is missing. */
export function nodeBinary() {
  const own = path.join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(own) ? own : process.execPath;
}

/** Command line of a tool of ours, without a shell and without `.cmd` wrappers: `[node, script]`. */
export function tool(packageName, script) {
  return [nodeBinary(), path.join(root, "node_modules", ...packageName.split("/"), script)];
}

export const tools = {
  next: () => tool("next", "dist/bin/next"),
  oxlint: () => tool("oxlint", "bin/oxlint"),
  // Of TypeScript 7, whose compiler is native: a quarter of the time. The tests that read sources need the API of TypeScript 6.
  tsc: () => tool("typescript-native", "bin/tsc"),
  vitest: () => tool("vitest", "vitest.mjs"),
  playwright: () => tool("@playwright/test", "cli.js"),
  prisma: () => tool("prisma", "build/index.js"),
};

/** Node with TypeScript: `[node, --import, tsx]`, to be followed by a script. */
export function tsx() {
  return [nodeBinary(), "--import", "tsx"];
}

export function hashFile(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** A parsed JSON file, or null when it is missing or torn. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
