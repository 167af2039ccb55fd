import { CloudVizError } from "../../core/error";
import type { LayoutInput, Placement } from "../../scene/layout-input";
import { boxTree } from "../box-tree";
import { unlessAborted } from "../cancelled";
import { elkGraph } from "./elk-graph";
import { elkPlacement } from "./elk-placement";
import { looseBlocks } from "./loose-blocks";

/** ELK's layered layout over the whole nesting at once, with its own routes. Takes about 1.5 s for 100 boxes when cold. */
export async function placeWithElk(input: LayoutInput, signal: AbortSignal): Promise<Placement> {
  const tree = boxTree(input);
  const blocks = looseBlocks(input, tree);
  const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
  const elk = new Elk();
  try {
    const root = await unlessAborted(elk.layout(elkGraph(input, tree, blocks)), signal);
    return elkPlacement(root, input, blocks);
  } catch (error) {
    if (error instanceof CloudVizError) throw error;
    throw new CloudVizError("internal", "The layout engine failed on this diagram; choose the packed layout.", { cause: error });
  }
}
