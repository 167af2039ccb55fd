import type { LayoutInput, Placement } from "../../scene/layout-input";
import { builtInLayoutIds } from "../built-in-ids";
import { placeInProcess } from "../index";
import type { LayoutChoice } from "../layout-message";
import { layoutKey } from "./layout-key";
import type { PlacementStore } from "./placement-store";

/** A store that takes longer than a layout is no help. */
const mostWaitMs = 400;

/**
 * What was placed before and is kept, or placed now and kept for the next time. A store that fails or hangs is as one that is
 * empty. Layouts of cloudviz.config.ts are always placed: their code may have changed.
 */
export async function placeThrough(store: PlacementStore, input: LayoutInput, choice: LayoutChoice, signal: AbortSignal): Promise<Placement> {
  if (!builtInLayoutIds.includes(choice.id)) return placeInProcess(input, choice, signal);
  const key = layoutKey(input, choice);
  const kept = await keptOrNull(store, key);
  if (kept !== null && fits(kept, input) && !signal.aborted) return kept;
  const placement = await placeInProcess(input, choice, signal);
  // The caller may hand its own over to another thread.
  store.put(key, structuredClone(placement)).catch(() => {});
  return placement;
}

async function keptOrNull(store: PlacementStore, key: string): Promise<Placement | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), mostWaitMs);
  });
  try {
    return await Promise.race([store.get(key), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function fits({ x, y, boxWidth, boxHeight, points, pointStart }: Placement, { parent, from }: LayoutInput): boolean {
  return [x, y, boxWidth, boxHeight].every((column) => column.length === parent.length) && pointStart.length === from.length + 1 && points.length === 2 * (pointStart[from.length] ?? 0);
}
