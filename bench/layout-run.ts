import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
import { layouts, placeInProcess } from "../lib/layouts";
import type { LayoutInput, Placement } from "../lib/scene/layout-input";
import { placeWithD3Force, placeWithElkDefaults } from "./layout-peers";
import { layoutQuality } from "./layout-quality";

type Engine = (input: LayoutInput) => Promise<Placement>;

const engines: Record<string, Engine> = {
  compound: ours("hierarchical", { engine: "packed" }),
  force: ours("force", {}),
  elk: placeWithElkDefaults,
  "d3-force": (input) => Promise.resolve(placeWithD3Force(input)),
};

/** The layout's code is loaded before the clock starts, as the peers' is. */
function ours(id: string, options: Record<string, string>): Engine {
  return (input) => placeInProcess(input, { id, options }, new AbortController().signal);
}

// `layout-run.ts ENGINE FILE`: one layout in a process of its own, cold as in a worker that has just started.
const [, , name = "", file = ""] = process.argv;
const engine = engines[name];
if (engine === undefined) throw new Error(`There is no engine "${name}".`);
for (const load of Object.values(layouts)) await load();
const input = deserialize(readFileSync(file)) as LayoutInput;
const memoryBefore = process.memoryUsage.rss();
const cpuBefore = process.cpuUsage();
const begin = performance.now();
const placement = await engine(input);
const wallMs = performance.now() - begin;
const { user } = process.cpuUsage(cpuBefore);
const peakMb = process.resourceUsage().maxRSS / 1024;
const isDrawn = name === "d3-force" ? (box: number) => input.isFrame[box] === 0 : undefined;
console.log(JSON.stringify({ wallMs, userMs: user / 1000, peakMb, ownMb: Math.max(0, peakMb - memoryBefore / 1024 / 1024), ...layoutQuality(input, placement, isDrawn) }));
