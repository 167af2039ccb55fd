import { apiUrl } from "./request";

/** After so many connections in a row that brought nothing, something between here and the server does not let streams pass. */
const mostFailures = 3;
/** The server's first words come with the answer; a proxy that keeps them back keeps back everything. */
const openWithinMs = 10_000;

export interface StreamReader {
  /** An event of one of the types, with its data's JSON. */
  onEvent: (type: string, json: string) => void;
  /** Nothing more comes: the stream has ended, or none could be had. */
  onStop: () => void;
}

/** Reads a stream of the API as it happens. Call what is returned to stop before. */
export function readStream(path: string, query: Record<string, number>, types: readonly string[], { onEvent, onStop }: StreamReader): () => void {
  const source = new EventSource(apiUrl(path, query));
  const late = setTimeout(() => source.readyState === EventSource.CONNECTING && stop(), openWithinMs);
  let failures = 0;
  function stop() {
    close();
    onStop();
  }
  function close() {
    clearTimeout(late);
    source.close();
  }
  for (const type of types) {
    source.addEventListener(type, ({ data }: MessageEvent<string>) => {
      failures = 0;
      onEvent(type, data);
    });
  }
  source.onopen = () => clearTimeout(late);
  source.onerror = () => {
    failures++;
    // It connects again by itself, unless it was answered that there is nothing.
    if (source.readyState === EventSource.CLOSED || failures >= mostFailures) stop();
  };
  return close;
}
