import type { DrawInput } from "../compute/draw-input";
import type { GroupKey } from "../core/diagram/diagram";
import { groupLevels } from "../core/diagram/group-levels";
import { CloudVizError } from "../core/error";
import { parseFilter } from "../graph/filter";
import type { LinkedInventory } from "../graph/link";
import { select } from "../graph/select";
import { checkDrawing, type AskedDrawing } from "./check-drawing";
import { drawFile, type ExportedFile } from "./diagrams/draw-file";

export interface FormatOptions extends AskedDrawing {
  title?: string | undefined;
  filter?: string | undefined;
  /** The nesting levels to draw; all when left out. */
  group?: readonly GroupKey[] | undefined;
  /** More than so many are not drawn. */
  mostResources?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface Formatted extends ExportedFile {
  /** What the person should be told about what was read. */
  notices: string[];
}

/** An inventory that is stored nowhere, as data or drawn. */
export async function formatInventory(inventory: LinkedInventory, asked: FormatOptions): Promise<Formatted> {
  const { renderer, options, look } = await checkDrawing(asked);
  // A file is seen by no connection, so `source:` matches nothing here.
  const { resources, edges, matched, total } = select({ ...inventory, sources: new Map() }, parseFilter(asked.filter ?? ""));
  const { mostResources = Infinity } = asked;
  if (resources.length > mostResources) throw new CloudVizError("too-large", `This would draw ${resources.length} resources; at most ${mostResources} are drawn at once. Draw a part of them with a filter.`);
  const notices = matched === 0 && total > 0 ? [...inventory.notices, `The filter holds for none of the ${total} resources.`] : inventory.notices;
  const title = asked.title ?? "CloudViz";
  const subject = renderer.reads === "inventory" ? { inventory: { title, resources, edges, coverage: inventory.coverage } } : { picture: { ...(await viewOf({ resources, edges }, title, asked.group ?? groupLevels)), ...look, at: null, notes: new Map() } };
  const input: DrawInput = { format: asked.format, options, ...subject };
  return { ...(await drawFile(input, asked.signal ?? new AbortController().signal)), notices };
}

async function viewOf(inventory: Pick<LinkedInventory, "resources" | "edges">, title: string, levels: readonly GroupKey[]) {
  const { buildView } = await import("../scene/view/build-view");
  const { view, ids, keys } = buildView(inventory, { title, levels });
  return { view, names: { ids, keys } };
}
