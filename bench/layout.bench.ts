import { groupLevels } from "../lib/core/diagram/group-levels";
import { defaultLayout, placeInProcess } from "../lib/layouts";
import { buildView } from "../lib/scene/view/build-view";
import { measureView } from "../lib/scene/measure-view";
import { linkedEstate } from "./linked-estate";
import { measure, reportCount, reportPeakMemory, size } from "./measure";

const inventory = linkedEstate();
const options = { title: "Bench", levels: groupLevels };
const { view } = await measure("build view", () => buildView(inventory, options), { fresh: () => undefined });
const input = await measure("measure view", () => measureView(view), { fresh: () => undefined });
reportCount("boxes", input.parent.length);
reportCount("lines", input.from.length);

const signal = new AbortController().signal;
// What a diagram of this size gets: ELK for small ones, packed above.
await measure("layout, as chosen", () => placeInProcess(input, { id: defaultLayout, options: {} }, signal), { fresh: () => undefined });
await measure("layout, packed", () => placeInProcess(input, { id: defaultLayout, options: { engine: "packed" } }, signal), { fresh: () => undefined });
// ELK takes 7 s at 1,000 and hands over to the packed engine beyond 1,500 lines.
if (size <= 100) await measure("layout, ELK", () => placeInProcess(input, { id: defaultLayout, options: { engine: "elk" } }, signal), { runs: 3, fresh: () => undefined });
reportPeakMemory();
