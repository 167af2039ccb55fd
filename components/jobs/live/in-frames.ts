/** Hands on what comes within a frame as one: a plan of 14,000 cells is told in as many events. */
export function inFrames<Item>(take: (items: readonly Item[]) => void): { add: (item: Item) => void; flush: () => void } {
  let waiting: Item[] = [];
  let frame: number | null = null;
  function flush() {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    const items = waiting;
    waiting = [];
    if (items.length > 0) take(items);
  }
  return {
    add(item) {
      waiting.push(item);
      frame ??= requestAnimationFrame(flush);
    },
    flush,
  };
}
