import { groupLevels } from "../lib/core/diagram";
import { defaultLayout, placeInProcess } from "../lib/layouts";
import { renderers } from "../lib/renderers";
import { prepareScene } from "../lib/scene/prepare";
import { defaultTheme, themeOf } from "../lib/themes";
import { linkedEstate } from "./linked-estate";
import { measure, reportBytes, reportPeakMemory } from "./measure";

const prepared = prepareScene(linkedEstate(), { title: "Bench", levels: groupLevels, theme: themeOf(defaultTheme) });
const scene = prepared.finish(await placeInProcess(prepared.input, { id: defaultLayout, options: {} }, new AbortController().signal));

for (const load of Object.values(renderers)) {
  const renderer = await load();
  const drawn = await measure(`export ${renderer.id}`, () => renderer.render(scene, renderer.options.parse({})), { fresh: () => undefined });
  reportBytes(`export ${renderer.id}`, drawn);
}
reportPeakMemory();
