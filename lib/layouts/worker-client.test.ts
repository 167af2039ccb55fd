import { describe, expect, it } from "vitest";
import type { Placement } from "../scene/layout-input";
import { card, layoutInput } from "./contract";
import { LayoutWorkerClient, type LayoutWorker } from "./worker-client";
import type { LayoutRequest, LayoutResponse } from "./layout-message";

/** A thread as the client sees one, answering when told; the real one is driven by the browser tests. */
class Thread implements LayoutWorker {
  onmessage: LayoutWorker["onmessage"] = null;
  onerror: LayoutWorker["onerror"] = null;
  onmessageerror: LayoutWorker["onmessageerror"] = null;
  readonly requests: LayoutRequest[] = [];
  isEnded = false;

  postMessage(message: LayoutRequest): void {
    this.requests.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(response: LayoutResponse): void {
    this.onmessage?.call(this as unknown as Worker, new MessageEvent("message", { data: response }));
  }
  crash(): void {
    this.onerror?.call(this as unknown as Worker, new Event("error") as ErrorEvent);
  }
}

const input = layoutInput([card("a", null)], []);
const placement: Placement = {
  width: 220,
  height: 64,
  x: Float64Array.of(0),
  y: Float64Array.of(0),
  boxWidth: Float64Array.of(220),
  boxHeight: Float64Array.of(64),
  points: new Float64Array(0),
  pointStart: Int32Array.of(0),
};
const choice = { id: "hierarchical", options: {} };

function clientWithThreads() {
  const threads: Thread[] = [];
  const client = new LayoutWorkerClient(() => {
    const thread = new Thread();
    threads.push(thread);
    return thread;
  });
  return { client, threads };
}

const never = () => new AbortController().signal;

describe("LayoutWorkerClient", () => {
  it("gives the thread's answer and keeps the thread", async () => {
    const { client, threads } = clientWithThreads();
    for (const request of [1, 2]) {
      const placing = client.place(input, choice, { signal: never() });
      threads[0]?.answer({ request, placement });
      await expect(placing).resolves.toEqual(placement);
    }
    expect(threads).toHaveLength(1);
  });

  it("passes on what the layout told", async () => {
    const { client, threads } = clientWithThreads();
    const placing = client.place(input, choice, { signal: never() });
    threads[0]?.answer({ request: 1, error: { code: "invalid-request", message: "no such layout" } });
    await expect(placing).rejects.toMatchObject({ code: "invalid-request", message: "no such layout" });
  });

  it("ends the thread when cancelled, and starts a fresh one next time", async () => {
    const { client, threads } = clientWithThreads();
    const abort = new AbortController();
    const placing = client.place(input, choice, { signal: abort.signal });
    abort.abort();
    await expect(placing).rejects.toMatchObject({ code: "cancelled" });
    expect(threads[0]?.isEnded).toBe(true);
    const next = client.place(input, choice, { signal: never() });
    threads[1]?.answer({ request: 2, placement });
    await expect(next).resolves.toEqual(placement);
  });

  it("cancels the request before when a new one comes, in a thread that is not busy with the old", async () => {
    const { client, threads } = clientWithThreads();
    const first = client.place(input, choice, { signal: never() });
    const second = client.place(input, choice, { signal: never() });
    await expect(first).rejects.toMatchObject({ code: "cancelled" });
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    threads[1]?.answer({ request: 2, placement });
    await expect(second).resolves.toEqual(placement);
  });

  it("gives up at the deadline with a way out", async () => {
    const { client, threads } = clientWithThreads();
    await expect(client.place(input, choice, { signal: never(), deadlineMs: 20 })).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("packed") });
    expect(threads[0]?.isEnded).toBe(true);
  });

  it("tells when the thread dies, instead of waiting for ever", async () => {
    const { client, threads } = clientWithThreads();
    const placing = client.place(input, choice, { signal: never() });
    threads[0]?.crash();
    await expect(placing).rejects.toMatchObject({ code: "unavailable" });
  });
});
