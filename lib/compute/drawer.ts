import type { Draw } from "./draw-input";

// Next loads instrumentation and routes as separate module instances of one process: only globalThis is shared.
const slot = Symbol.for("cloudviz.drawer");
const shared = globalThis as typeof globalThis & { [slot]?: Draw };

export function registerDrawer(draw: Draw): void {
  shared[slot] = draw;
}

/** Who draws: the server's threads when it has registered them, else the caller's own thread. */
export function drawer(): Draw {
  return shared[slot] ?? (async (input, signal, onStage) => (await import("./draw-here")).drawHere(input, signal, onStage));
}
