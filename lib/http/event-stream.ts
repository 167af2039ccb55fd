/** What a browser's EventSource reads: `id` comes back as Last-Event-ID when it connects anew; none where everything is told anew. */
export interface StreamedEvent {
  id?: number;
  type: string;
  data: unknown;
}

/** Proxies end what is silent for a minute. */
const heartbeatMs = 15_000;

/** Server-sent events as they come and no faster than they are read; ends with them, or when the reader has gone. */
export function eventStream(events: AsyncIterable<StreamedEvent>, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  const iterator = events[Symbol.asyncIterator]();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      heartbeat = setInterval(() => send(": still here\n\n"), heartbeatMs);
      // Browsers open the stream at its first byte.
      send(": open\n\n");
    },
    async pull(controller) {
      const next = await iterator.next().catch((error: unknown) => {
        clearInterval(heartbeat);
        throw error;
      });
      if (next.done === true) {
        clearInterval(heartbeat);
        if (!signal.aborted) controller.close();
      } else {
        const { id, type, data } = next.value;
        controller.enqueue(encoder.encode(`${id === undefined ? "" : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`));
      }
    },
    async cancel() {
      clearInterval(heartbeat);
      await iterator.return?.();
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" } });
}
