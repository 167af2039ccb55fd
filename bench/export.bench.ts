import { groupLevels } from "../lib/core/diagram/group-levels";
import { defaultLayout, placeInProcess } from "../lib/layouts";
import { renderers } from "../lib/renderers";
import { buildView } from "../lib/scene/view/build-view";
import { measureView } from "../lib/scene/measure-view";
import { toScene } from "../lib/scene/to-scene";
import { defaultTheme, themeOf } from "../lib/themes";
import { linkedEstate } from "./linked-estate";
import { measure, reportBytes, reportPeakMemory } from "./measure";

const estate = { title: "Bench", ...linkedEstate() };
const built = buildView(estate, { title: "Bench", levels: groupLevels });
const placement = await placeInProcess(measureView(built.view), { id: defaultLayout, options: {} }, new AbortController().signal);
const scene = toScene(built.view, placement, themeOf(defaultTheme), built);

for (const load of Object.values(renderers)) {
  const renderer = await load();
  const drawn = await measure(`export ${renderer.id}`, () => (renderer.reads === "scene" ? renderer.render(scene, renderer.options.parse({})) : renderer.render(estate, renderer.options.parse({}))), { fresh: () => undefined });
  reportBytes(`export ${renderer.id}`, drawn);
}
reportPeakMemory();
