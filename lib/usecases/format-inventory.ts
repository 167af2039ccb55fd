import { groupLevels } from "../core/diagram/group-levels";
import { parseFilter } from "../graph/filter";
import type { LinkedInventory } from "../graph/link";
import { select } from "../graph/select";
import { checkTheme } from "./diagrams/check-diagram";
import { drawScene } from "./diagrams/draw-scene";

export interface FormatOptions {
  format: string;
  theme?: string;
  layout?: string;
  title?: string;
  filter?: string;
  signal?: AbortSignal;
}

export interface Formatted {
  content: string | Uint8Array;
  mediaType: string;
  /** What the person should be told about what was read. */
  notices: string[];
}

/** An inventory that is stored nowhere, as JSON or drawn. */
export async function formatInventory(inventory: LinkedInventory, options: FormatOptions): Promise<Formatted> {
  const { coverage } = inventory;
  // A file is seen by no connection, so `source:` matches nothing here.
  const { resources, edges, matched, total } = select({ ...inventory, sources: new Map() }, parseFilter(options.filter ?? ""));
  const notices = matched === 0 && total > 0 ? [...inventory.notices, `The filter holds for none of the ${total} resources.`] : inventory.notices;
  const [{ loadRenderer }, { defaultLayout }, { defaultTheme }] = await Promise.all([import("../renderers"), import("../layouts"), import("../themes")]);
  const renderer = await loadRenderer(options.format);
  const chosen = renderer.options.parse({});
  const title = options.title ?? "CloudViz";
  if (renderer.reads === "inventory") return { content: await renderer.render({ title, resources, edges, coverage }, chosen), mediaType: renderer.mediaType, notices };
  const theme = options.theme ?? defaultTheme;
  await checkTheme(theme, "theme");
  const drawing = { title, levels: groupLevels, layout: { id: options.layout ?? defaultLayout, options: {} }, theme };
  const scene = await drawScene({ resources, edges }, drawing, options.signal ?? new AbortController().signal);
  return { content: await renderer.render(scene, chosen), mediaType: renderer.mediaType, notices };
}
