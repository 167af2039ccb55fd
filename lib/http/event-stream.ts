/** What a browser's EventSource reads: `id` comes back as Last-Event-ID when it connects anew. */
export interface StreamedEvent {
  id: number;
  type: string;
  data: unknown;
}

/** Proxies end what is silent for a minute. */
const heartbeatMs = 15_000;

/** Server-sent events as they come; ends with them, or when the reader has gone. */
export function eventStream(events: AsyncIterable<StreamedEvent>, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => send(": still here\n\n"), heartbeatMs);
      // Browsers open the stream at its first byte.
      send(": open\n\n");
      try {
        for await (const { id, type, data } of events) send(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
        if (!signal.aborted) controller.close();
      } catch (error) {
        if (!signal.aborted) controller.error(error);
      } finally {
        clearInterval(heartbeat);
      }
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" } });
}
