import { CloudVizError } from "../core/error";
import type { Placement } from "../scene/layout-input";
import { indexedDbPlacements } from "./cache/indexed-db-placements";
import { MemoryPlacements } from "./cache/placement-store";
import { placeThrough } from "./cache/place-through";
import type { LayoutRequest, LayoutResponse } from "./layout-message";

/** The little of a worker's global that is used here: the DOM library and the worker one cannot both be loaded. */
interface WorkerScope {
  addEventListener(type: "message", listener: (event: MessageEvent<LayoutRequest>) => void): void;
  postMessage(message: LayoutResponse, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

/** What was placed before needs no layout when the diagram is opened again. */
const store = indexedDbPlacements() ?? new MemoryPlacements(16 * 1024 * 1024);

// Not `onmessage`: ELK's bundle sets that on import; it ignores messages that are not its own.
scope.addEventListener("message", ({ data }) => {
  if (typeof data?.request === "number") void answer(data);
});

async function answer({ request, input, choice }: LayoutRequest): Promise<void> {
  try {
    const placement = await placeThrough(store, input, choice, new AbortController().signal);
    scope.postMessage({ request, placement }, buffersOf(placement));
  } catch (error) {
    console.error(error);
    const told = error instanceof CloudVizError ? error : new CloudVizError("internal", "The layout failed on this diagram; choose another one.");
    scope.postMessage({ request, error: { code: told.code, message: told.message } });
  }
}

/** What is handed over instead of copied. */
function buffersOf({ x, y, boxWidth, boxHeight, points, pointStart }: Placement): Transferable[] {
  // A layout may answer with several columns in one buffer.
  return [...new Set([x, y, boxWidth, boxHeight, points, pointStart].map(({ buffer }) => buffer as ArrayBuffer))];
}
