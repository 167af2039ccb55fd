import { ApiError, readError, unreachable } from "./api-error";

let server = "";

/** Another server than the one that the page is of, such as `http://127.0.0.1:3000`: for the command line. */
export function callServer(origin: string): void {
  server = origin.replace(/\/+$/, "");
}

export interface RequestOptions {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Calls the API. Throws `ApiError`; an abort stays an `AbortError`. The server has parsed its answer with the very schema that
 * `Output` is of (lib/http/route.ts) before it sent it: a second time in the browser cost every page 32 kB gzip of zod.
 */
export async function request<Output>(path: string, options: RequestOptions = {}): Promise<Output> {
  const response = await send(path, options);
  return (await response.json()) as Output;
}

/** Calls the API where nothing comes back (204). */
export async function requestNothing(path: string, options: RequestOptions = {}): Promise<void> {
  await send(path, options);
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json", ...options.headers };
  const init: RequestInit = { method: options.method ?? "GET", headers, signal: options.signal ?? null };
  if (options.body !== undefined) {
    headers["content-type"] ??= "application/json";
    init.body = JSON.stringify(options.body);
  }
  return receive(apiUrl(path, options.query), init);
}

/** An answer of success. Throws as `request` does. */
export async function receive(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(`${server}${url}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, unreachable, null);
  });
  if (!response.ok) throw readError(response.status, await response.text());
  return response;
}

/** `/api/v1/<path>` with the query; what is null, undefined or empty is left out. */
export function apiUrl(path: string, query: RequestOptions["query"] = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1/${path}${text === "" ? "" : `?${text}`}`;
}
