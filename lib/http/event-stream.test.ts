import { expect, test, vi } from "vitest";
import { eventStream, type StreamedEvent } from "./event-stream";

async function* counting(to: number): AsyncGenerator<StreamedEvent> {
  for (let id = 1; id <= to; id++) yield { id, type: "cell", data: `line ${id}\nand another` };
}

test("events come in the words of the standard, after a first line that opens the stream", async () => {
  const response = eventStream(counting(2), new AbortController().signal);
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(await response.text()).toBe(': open\n\nid: 1\nevent: cell\ndata: "line 1\\nand another"\n\nid: 2\nevent: cell\ndata: "line 2\\nand another"\n\n');
});

test("a reader who goes away ends it: nothing more is asked for, and no heartbeat is sent to nobody", async () => {
  vi.useFakeTimers();
  try {
    let asked = 0;
    let isReturned = false;
    const events: AsyncIterable<StreamedEvent> = {
      [Symbol.asyncIterator]: () => ({
        next: () => (asked++ === 0 ? Promise.resolve({ done: false as const, value: { id: 1, type: "cell", data: null } }) : new Promise(() => undefined)),
        return: () => {
          isReturned = true;
          return Promise.resolve({ done: true as const, value: undefined });
        },
      }),
    };
    const reader = eventStream(events, new AbortController().signal).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(isReturned).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    expect(asked).toBeLessThanOrEqual(2);
  } finally {
    vi.useRealTimers();
  }
});

test("one who reads slowly is not run ahead of", async () => {
  let made = 0;
  async function* many(): AsyncGenerator<StreamedEvent> {
    for await (const event of counting(1000)) {
      made++;
      yield event;
    }
  }
  const reader = eventStream(many(), new AbortController().signal).body?.getReader();
  for (let read = 0; read < 5; read++) await reader?.read();
  await new Promise(setImmediate);
  expect(made).toBeLessThan(10);
  await reader?.cancel();
});
