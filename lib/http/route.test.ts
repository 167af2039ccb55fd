import { expect, test } from "vitest";
import { z } from "zod";
import { problem } from "../core/api/problem";
import { CloudVizError } from "../core/error";
import { answer } from "./answer";
import { route, type Route } from "./route";
import { verbs } from "./verbs";

const base = "http://localhost:3000";


function call(handler: Route, init: RequestInit & { path?: string; params?: Record<string, string>; host?: string } = {}): Promise<Response> {
  const request = new Request(base + (init.path ?? "/api/v1/things"), { ...init, ...(init.body instanceof ReadableStream ? { duplex: "half" } : {}) } as RequestInit);
  request.headers.set("host", init.host ?? "localhost:3000");
  return handler(request, { params: Promise.resolve(init.params ?? {}) });
}

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return problem.parse(await response.json());
}

const echo = route(
  {
    operation: "addThing",
    summary: "Adds a thing",
    auth: "public",
    params: z.object({ id: z.string().regex(/^\d+$/) }),
    query: z.object({ size: z.coerce.number().max(9).default(1) }),
    body: z.strictObject({ name: z.string() }),
    output: z.object({ id: z.string(), size: z.number(), name: z.string() }),
    status: 201,
  },
  ({ params, query, body }) => ({ ...params, ...query, ...body }),
);

function post(body: RequestInit["body"], headers: Record<string, string> = { "content-type": "application/json" }) {
  return { method: "POST", body: body ?? null, headers, params: { id: "7" } };
}

test("parses path, query and body, and checks the answer", async () => {
  const response = await call(echo, { ...post('{"name":"a"}'), path: "/api/v1/things?size=3" });
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ id: "7", size: 3, name: "a" });
  expect(response.headers.get("x-request-id")).toMatch(/./);
});

test("keeps a request id that is fit for logs, and replaces any other", async () => {
  const kept = await call(echo, { ...post("{}", { "content-type": "application/json", "x-request-id": "n8n-42" }) });
  expect((await problemOf(kept)).requestId).toBe("n8n-42");
  const replaced = await call(echo, { ...post("{}", { "content-type": "application/json", "x-request-id": "a b<c>" }) });
  expect((await problemOf(replaced)).requestId).not.toContain("<");
});

test.each([
  ["no JSON", post("{name"), 400, "invalid-request"],
  ["an empty body", post(""), 400, "invalid-request"],
  ["broken UTF-8", post(new Uint8Array([0x22, 0xff, 0x22])), 400, "invalid-request"],
  ["a wrong field", post('{"name":1}'), 400, "invalid-request"],
  ["an unknown field", post('{"name":"a","more":1}'), 400, "invalid-request"],
  ["another media type", post("name=a", { "content-type": "application/x-www-form-urlencoded" }), 415, "unsupported-media-type"],
  ["more than 8 MB", post(`{"name":"${"x".repeat(8 * 1024 * 1024)}"}`), 413, "too-large"],
  ["a wrong path", { ...post('{"name":"a"}'), params: { id: "x" } }, 400, "invalid-request"],
  ["a wrong query", { ...post('{"name":"a"}'), path: "/api/v1/things?size=10" }, 400, "invalid-request"],
  ["another host", { ...post('{"name":"a"}'), host: "evil.example" }, 403, "forbidden-host"],
  ["another site", post('{"name":"a"}', { "content-type": "application/json", origin: "https://evil.example" }), 403, "forbidden-origin"],
] as const)("%s is refused by a problem document", async (_name, init, status, code) => {
  const response = await call(echo, init);
  expect(response.status).toBe(status);
  expect(await problemOf(response)).toMatchObject({ status, code, instance: "/api/v1/things" });
});

test("a body that grows past the limit while it arrives is not read to its end", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 64 * 1024;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const response = await call(echo, post(endless));
  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(9 * 1024 * 1024);
});

test("a body's text is not repeated in the error: it may hold credentials", async () => {
  const text = await (await call(echo, post('{"secretAccessKey": canary-123}'))).text();
  expect(text).not.toContain("canary");
});

test("an error that nobody wrote for people is an opaque 500, logged under the same request id", async () => {
  const handler = route({ operation: "getThing", summary: "x", auth: "public" }, () => {
    throw new Error("postgres://root:hunter2@db");
  });
  const told = await problemOf(await call(handler));
  expect(told).toMatchObject({ status: 500, code: "internal" });
  expect(JSON.stringify(told)).not.toContain("hunter2");
});

test("an answer that does not match what was promised is a 500", async () => {
  const handler = route({ operation: "getThing", summary: "x", auth: "public", output: z.object({ a: z.string() }) }, () => ({ a: 1 }) as unknown as { a: string });
  expect((await call(handler)).status).toBe(500);
});

test("an ETag answers 304 without a body", async () => {
  const handler = route({ operation: "getThing", summary: "x", auth: "public", output: z.number() }, () => answer(5, { etag: "r1" }));
  const first = await call(handler);
  expect(first.headers.get("etag")).toBe('"r1"');
  for (const known of ['"r1"', 'W/"r1"', '"x", "r1"', "*"]) {
    const again = await call(handler, { headers: { "if-none-match": known } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
  expect((await call(handler, { headers: { "if-none-match": '"r2"' } })).status).toBe(200);
});

test("verbs that a path does not have are a 405 that names those it has", async () => {
  const path = verbs({ GET: route({ operation: "getThing", summary: "x", auth: "public", output: z.number() }, () => 5) });
  const refused = await call(path.DELETE, { method: "DELETE" });
  expect(refused.status).toBe(405);
  expect(refused.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  expect((await problemOf(refused)).code).toBe("method-not-allowed");
  const head = await call(path.HEAD, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await call(path.OPTIONS, { method: "OPTIONS" })).headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});

test("told errors keep their code and their details", async () => {
  const handler = route({ operation: "getThing", summary: "x", auth: "public" }, () => {
    throw new CloudVizError("invalid-filter", "Position 3.", { details: [{ pointer: "filter", detail: "Position 3" }] });
  });
  expect(await problemOf(await call(handler))).toMatchObject({ code: "invalid-filter", errors: [{ pointer: "filter", detail: "Position 3" }] });
});
