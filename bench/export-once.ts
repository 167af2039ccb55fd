// Draws one estate in one format and prints what that took as JSON: `tsx bench/export-once.ts SIZE FORMAT`. The first drawing of
// a process, its engine's loading included, as on the command line; the layout before it is not measured.
import { groupLevels } from "../lib/core/diagram/group-levels";
import { defaultLayout, placeInProcess } from "../lib/layouts";
import { loadRenderer } from "../lib/renderers";
import type { Output } from "../lib/renderers/renderer";
import { measureView } from "../lib/scene/measure-view";
import { toScene } from "../lib/scene/to-scene";
import { buildView } from "../lib/scene/view/build-view";
import { defaultTheme, themeOf } from "../lib/themes";
import { linkedEstate } from "./linked-estate";

const [, , , format = ""] = process.argv;

async function main(): Promise<void> {
  const estate = { title: "Bench", ...linkedEstate() };
  const built = buildView(estate, { title: "Bench", levels: groupLevels });
  const placement = await placeInProcess(measureView(built.view), { id: defaultLayout, options: {} }, new AbortController().signal);
  const scene = toScene(built.view, placement, themeOf(defaultTheme), built);
  const before = process.cpuUsage();
  const begin = performance.now();
  const output = await draw();
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024, bytes: Buffer.byteLength(output) }));

  async function draw(): Promise<Output> {
    const renderer = await loadRenderer(format);
    const options = renderer.options.parse({});
    return renderer.reads === "scene" ? renderer.render(scene, options) : renderer.render(estate, options);
  }
}

void main();
