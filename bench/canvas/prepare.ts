// Writes the estate of a size, placed, as JSON to the file named: `prepare.ts SIZE FILE`.
import { writeFileSync } from "node:fs";
import { groupLevels } from "../../lib/core/diagram/group-levels";
import { link } from "../../lib/graph/link";
import { placeInProcess } from "../../lib/layouts";
import { generateEstate } from "../../lib/scenarios/estate";
import { buildView } from "../../lib/scene/view/build-view";
import { measureView } from "../../lib/scene/measure-view";
import { toScene } from "../../lib/scene/to-scene";
import { encodeView } from "../../lib/scene/view/view-payload";
import { themes } from "../../lib/themes";
import type { Estate } from "./estate";

const [size = "0", file = ""] = process.argv.slice(2);
const collected = Number(size) === 0 ? [] : generateEstate({ size: Number(size) });
const built = buildView(link(collected, { now: "2026-01-01T00:00:00Z" }), { title: "Bench", levels: groupLevels });
const placement = await placeInProcess(measureView(built.view), { id: "hierarchical", options: { engine: "packed" } }, new AbortController().signal);
const scene = toScene(built.view, placement, themes.professional, { ids: built.view.boxes.title.map((_, box) => String(box)), keys: built.keys });
const columns = Object.fromEntries(Object.entries(placement).map(([name, column]) => [name, typeof column === "number" ? column : Array.from(column as Float64Array)]));
const estate: Estate = {
  payload: encodeView(built.view),
  placement: columns as Estate["placement"],
  boxes: scene.boxes.map(({ id, parent, kind, x, y, width, height, title, style }) => ({ id, parent, isFrame: kind === "frame", x, y, width, height, label: title.full, color: style.tileFill })),
  lines: scene.lines.map(({ from, to }, index) => ({ id: `l${index}`, from, to })),
  width: scene.width,
  height: scene.height,
};
writeFileSync(file, JSON.stringify(estate));
