import { z } from "zod";
import type { Scene } from "../../scene/scene";
import type { SceneRenderer } from "../renderer";
import { xmlText } from "../svg/xml";
import { pageDataOf } from "./page-data-of";
import { pageScript, pageScriptHash, pageStyle, pageStyleHash } from "./page.generated";

const options = z.object({
  legend: z.boolean().default(true).meta({ title: "Legend" }),
});
type Options = z.infer<typeof options>;

/** Nothing is fetched, sent, framed or run but the page's own script, whatever the names in the diagram are. */
const policy = `default-src 'none'; script-src '${pageScriptHash}'; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;

/** One HTML file with a force simulation, zoom, search and details, which needs no network. */
export const d3: SceneRenderer<Options> = {
  id: "d3",
  label: "Interactive page (D3)",
  reads: "scene",
  mediaType: "text/html",
  extension: "html",
  options,
  render,
};

function render(scene: Scene, options: Options): string {
  // JSON with no `<` can neither end its element nor open a comment in it.
  const data = JSON.stringify(pageDataOf(scene, options)).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${xmlText(scene.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<noscript>This diagram is drawn by a script: allow scripts for this file.</noscript>
<script type="application/json" id="data">${data}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}
