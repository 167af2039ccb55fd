import { groupLevels } from "../lib/core/diagram";
import { defaultLayout, placeInProcess } from "../lib/layouts";
import { prepareScene } from "../lib/scene/prepare";
import { defaultTheme, themeOf } from "../lib/themes";
import { linkedEstate } from "./linked-estate";
import { measure, reportCount, reportPeakMemory, size } from "./measure";

const inventory = linkedEstate();
const options = { title: "Bench", levels: groupLevels, theme: themeOf(defaultTheme) };
const prepared = await measure("prepare scene", () => prepareScene(inventory, options), { fresh: () => undefined });
reportCount("boxes", prepared.input.boxes.length);
reportCount("lines", prepared.input.lines.length);

const signal = new AbortController().signal;
// What a diagram of this size gets: ELK for small ones, packed above.
await measure("layout, as chosen", () => placeInProcess(prepared.input, { id: defaultLayout, options: {} }, signal), { fresh: () => undefined });
await measure("layout, packed", () => placeInProcess(prepared.input, { id: defaultLayout, options: { engine: "packed" } }, signal), { fresh: () => undefined });
// ELK takes 7 s at 1,000 and hands over to the packed engine beyond 1,500 lines.
if (size <= 100) await measure("layout, ELK", () => placeInProcess(prepared.input, { id: defaultLayout, options: { engine: "elk" } }, signal), { runs: 3, fresh: () => undefined });
reportPeakMemory();
