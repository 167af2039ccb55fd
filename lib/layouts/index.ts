import type { z } from "zod";
import type { JsonObject } from "../core/json";
import { CloudVizError } from "../core/error";
import { customLayouts } from "../extensions/custom";
import type { LayoutInput, Placement } from "../scene/layout-input";
import type { BuiltInLayoutId } from "./built-in-ids";
import { keepPlaces } from "./keep-places/keep-places";
import type { Layout } from "./layout";

type LayoutLoader = () => Promise<Layout>;

/** Loaded when first asked for. A new one is one line here; the contract suite then runs over it. */
const builtIn = {
  hierarchical: () => import("./hierarchical/hierarchical").then((module) => erase(module.hierarchical)),
  force: () => import("./force/force").then((module) => erase(module.force)),
  circular: () => import("./circular/circular").then((module) => erase(module.circular)),
  grid: () => import("./grid/grid").then((module) => erase(module.grid)),
} as const satisfies Record<BuiltInLayoutId, LayoutLoader>;

const custom = Object.fromEntries(Object.entries(customLayouts).map(([id, load]) => [id, () => load().then(erase)]));

/** Every layout: ours, then those of cloudviz.config.ts. A built-in one cannot be replaced. */
export const layouts: Readonly<Record<string, LayoutLoader>> = { ...builtIn, ...custom, ...builtIn };

export const layoutIds: readonly string[] = Object.keys(layouts);

export const defaultLayout = "hierarchical" satisfies keyof typeof builtIn;

export function isLayoutId(id: string): boolean {
  return Object.hasOwn(layouts, id);
}

/** Throws `invalid-request`, naming those that there are. */
export async function loadLayout(id: string): Promise<Layout> {
  const load = isLayoutId(id) ? layouts[id] : undefined;
  if (load === undefined) throw new CloudVizError("invalid-request", `There is no layout "${id}". Choose one of: ${layoutIds.join(", ")}.`);
  return load();
}

/** Parses the options with the layout's own schema and places in this thread, what is kept where it stands: for servers, the command line and tests. */
export async function placeInProcess(input: LayoutInput, choice: { id: string; options: JsonObject }, signal: AbortSignal): Promise<Placement> {
  const layout = await loadLayout(choice.id);
  const options = layout.options.safeParse(choice.options);
  if (!options.success) {
    const details = options.error.issues.map(({ path, message }) => ({ pointer: `/${path.join("/")}`, detail: message }));
    throw new CloudVizError("invalid-request", `The options of the layout "${choice.id}" are not valid.`, { details });
  }
  return keepPlaces(input, await layout.place(input, options.data, signal), layout.lines ?? "channels");
}

/** A layout whose options are checked by its own schema, so that the table can hold all of them. */
function erase<Options>(layout: Layout<Options>): Layout {
  const options: z.ZodType<unknown> = layout.options;
  return { ...layout, options, place: (input, chosen, signal) => layout.place(input, layout.options.parse(chosen), signal) };
}
