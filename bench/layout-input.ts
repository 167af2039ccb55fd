import { writeFileSync } from "node:fs";
import { serialize } from "node:v8";
import { groupLevels } from "../lib/core/diagram/group-levels";
import { buildView } from "../lib/scene/view/build-view";
import { measureView } from "../lib/scene/measure-view";
import { linkedEstate } from "./linked-estate";

// `layout-input.ts SIZE FILE`: the one input that all engines of `npm run bench:layout` get, so that making it is in no figure.
const [, , , file] = process.argv;
if (file === undefined) throw new Error("Name the file to write.");
writeFileSync(file, serialize(measureView(buildView(linkedEstate(), { title: "Bench", levels: groupLevels }).view)));
