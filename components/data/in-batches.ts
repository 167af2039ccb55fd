/** Often enough to look live, and seldom enough for a page of 14,000 calls, which takes 60 ms to work out anew. */
const everyMs = 150;

/** Hands on what comes in quick succession as one: a plan of 14,000 calls is told in as many events. */
export function inBatches<Item>(take: (items: readonly Item[]) => void): { add: (item: Item) => void; flush: () => void } {
  let waiting: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  function flush() {
    clearTimeout(timer);
    timer = undefined;
    const items = waiting;
    waiting = [];
    if (items.length > 0) take(items);
  }
  return {
    add(item) {
      waiting.push(item);
      timer ??= setTimeout(flush, everyMs);
    },
    flush,
  };
}
