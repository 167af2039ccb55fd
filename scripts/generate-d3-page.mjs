// Writes lib/renderers/d3/page.generated.ts, the script and style of the interactive page, from lib/renderers/d3/page/ and D3:
// node scripts/generate-d3-page.mjs. A text in a module runs wherever the renderer does, and its hashes are known.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = new URL("../lib/renderers/d3/", import.meta.url);

export async function d3Page() {
  const script = await bundle("main.ts", { format: "iife", bundle: true, target: "es2022", legalComments: "none" });
  const style = await bundle("page.css", {});
  const constants = { pageScript: script, pageScriptHash: hashOf(script), pageStyle: style, pageStyleHash: hashOf(style) };
  const lines = Object.entries(constants).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`);
  return `// Written by scripts/generate-d3-page.mjs from lib/renderers/d3/page/ and D3 (ISC licence, Mike Bostock).\n${lines.join("")}`;
}

async function bundle(file, options) {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL(`page/${file}`, folder))], minify: true, charset: "ascii", write: false, ...options });
  const text = outputFiles[0].text.trim();
  // In a page, this would end the element that it stands in.
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${file} holds the end of a script or style element.`);
  return text;
}

function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL("page.generated.ts", folder), await d3Page());
