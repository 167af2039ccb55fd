#!/usr/bin/env node
// The `cloudviz` command. Plain JavaScript that needs nothing installed: on a fresh clone it installs first. Standard output
// is for data, so everything it says on the way goes to standard error.
import { tsconfigOfConfig } from "../scripts/config-file.mjs";
import { ensureInstalled } from "../scripts/ensure-installed.mjs";
import { endWith } from "../scripts/phase.mjs";
import { root } from "../scripts/project.mjs";

const stderrOnly = ["ignore", 2, 2];

let tsconfig = null;
try {
  await ensureInstalled((text) => process.stderr.write(`cloudviz: ${text} …\n`), stderrOnly);
  tsconfig = tsconfigOfConfig();
} catch (error) {
  endWith(error);
}

// `npm run` moves to the root and keeps where the person stands in INIT_CWD. The variable alone proves nothing: a program
// that npm started hands it on to everything below.
const isNpmRun = process.env.npm_lifecycle_event === "cloudviz" && process.env.INIT_CWD !== undefined;
const base = isNpmRun ? process.env.INIT_CWD : process.cwd();

// The data directory and .env files are relative to the root, as for the server.
process.chdir(root);
const { register } = await import("tsx/esm/api");
register(tsconfig === null ? {} : { tsconfig });
const { main } = await import("./main.ts");
await main(process.argv.slice(2), base);
