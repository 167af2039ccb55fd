import type { z } from "zod";
import type { JsonObject } from "../core/json";
import { CloudVizError } from "../core/error";
import type { LayoutInput, Placement } from "../scene/layout-input";
import type { Layout } from "./layout";

/** Every layout, loaded when first asked for. A new one is one line here; the contract suite then runs over it. */
export const layouts = {
  hierarchical: () => import("./hierarchical/hierarchical").then((module) => erase(module.hierarchical)),
  grid: () => import("./grid").then((module) => erase(module.grid)),
} as const satisfies Record<string, () => Promise<Layout>>;

export type LayoutId = keyof typeof layouts;

export const layoutIds = Object.keys(layouts) as LayoutId[];

export const defaultLayout: LayoutId = "hierarchical";

export function isLayoutId(id: string): id is LayoutId {
  return Object.hasOwn(layouts, id);
}

/** Parses the options with the layout's own schema and places in this thread: for servers, the command line and tests. */
export async function placeInProcess(input: LayoutInput, choice: { id: string; options: JsonObject }, signal: AbortSignal): Promise<Placement> {
  if (!isLayoutId(choice.id)) {
    throw new CloudVizError("invalid-request", `There is no layout "${choice.id}". Choose one of: ${layoutIds.join(", ")}.`);
  }
  const layout = await layouts[choice.id]();
  const options = layout.options.safeParse(choice.options);
  if (!options.success) {
    const details = options.error.issues.map(({ path, message }) => ({ pointer: `/${path.join("/")}`, detail: message }));
    throw new CloudVizError("invalid-request", `The options of the layout "${choice.id}" are not valid.`, { details });
  }
  return layout.place(input, options.data, signal);
}

/** A layout whose options are checked by its own schema, so that the table can hold all of them. */
function erase<Options>(layout: Layout<Options>): Layout {
  const options: z.ZodType<unknown> = layout.options;
  return { ...layout, options, place: (input, chosen, signal) => layout.place(input, layout.options.parse(chosen), signal) };
}
