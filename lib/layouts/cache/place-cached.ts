import type { LayoutInput, Placement } from "../../scene/layout-input";
import type { LayoutChoice } from "../layout-message";
import { MemoryPlacements } from "./placement-store";
import { placeThrough } from "./place-through";

/** About twenty diagrams of 10,000 resources. */
const mostBytes = 32 * 1024 * 1024;
const store = new MemoryPlacements(mostBytes);

/** As `placeInProcess`, but what was placed lately in this process is not placed again: for servers, which draw one diagram many times. */
export function placeCached(input: LayoutInput, choice: LayoutChoice, signal: AbortSignal): Promise<Placement> {
  return placeThrough(store, input, choice, signal);
}
