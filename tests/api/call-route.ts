import type { Route } from "../../lib/http/route";
import type { Verb, Verbs } from "../../lib/http/verbs";

export interface Call {
  method?: Verb;
  query?: Record<string, string>;
  params?: Record<string, string>;
  json?: unknown;
  body?: RequestInit["body"];
  headers?: Record<string, string>;
}

/** Calls a route's handler as Next does. */
export function callRoute(verbs: Verbs, { method = "GET", query = {}, params = {}, json, body, headers = {} }: Call = {}): Promise<Response> {
  const url = `http://localhost:3000/api/v1/called?${new URLSearchParams(query).toString()}`;
  const sent = json === undefined ? (body ?? null) : JSON.stringify(json);
  const request = new Request(url, {
    method,
    body: sent,
    headers: { ...(json === undefined ? {} : { "content-type": "application/json" }), ...headers, host: "localhost:3000" },
  });
  const handler: Route = verbs[method];
  return handler(request, { params: Promise.resolve(params) });
}
