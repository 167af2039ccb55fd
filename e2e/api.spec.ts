import { request as nodeRequest } from "node:http";
import { expect, test, type APIResponse } from "@playwright/test";
import { networkQuiet } from "./fixtures/network-quiet";

const megabyte = 1024 * 1024;

async function expectProblem(response: APIResponse, status: number, code: string): Promise<void> {
  expect(response.status()).toBe(status);
  expect(response.headers()["content-type"]).toBe("application/problem+json");
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ status, code, errors: expect.any(Array) as unknown });
  for (const field of ["type", "title", "detail", "instance", "requestId"]) expect(body[field]).toEqual(expect.any(String));
}

/** A state of a few resources that is as large as wanted, with its last resource at the very end. */
function largeState(lineage: string, bytes: number): Buffer {
  const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
  const bucket = (name: string, note: string) => ({
    mode: "managed",
    type: "aws_s3_bucket",
    name,
    provider,
    instances: [{ schema_version: 0, attributes: { id: name, arn: `arn:aws:s3:::${name}`, bucket: name, tags: { note } }, sensitive_attributes: [] }],
  });
  const count = Math.ceil(bytes / megabyte);
  const filler = "0123456789abcdef".repeat(megabyte / 16);
  const resources = [...Array.from({ length: count }, (_, index) => bucket(`${lineage}-${index}`, filler)), bucket(`${lineage}-last`, "the end")];
  return Buffer.from(JSON.stringify({ version: 4, terraform_version: "1.9.0", serial: 1, lineage, outputs: {}, resources }));
}

test("an upload of 30 MB arrives whole", async ({ request }) => {
  test.setTimeout(180_000);
  const body = largeState("upload-30mb", 30 * megabyte);
  expect(body.length).toBeGreaterThan(30 * megabyte);
  const response = await request.post("/api/v1/imports?filename=large.tfstate", { data: body, headers: { "content-type": "application/octet-stream" }, timeout: 150_000 });
  expect(response.status()).toBe(201);
  const { job, connection } = (await response.json()) as { job: { result: { resources: number } }; connection: { id: string } };
  expect(job.result.resources).toBe(31);
  const found = (await (await request.get("/api/v1/resources?filter=name%3Dupload-30mb-last")).json()) as { data: unknown[] };
  expect(found.data).toHaveLength(1);
  expect((await request.delete(`/api/v1/connections/${connection.id}`)).status()).toBe(204);
});

test("a file over the limit is refused before it is read", async ({ baseURL }) => {
  // Only the length is announced: an answer without a body sent shows that nothing was waited for.
  const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = nodeRequest(`${baseURL ?? ""}/api/v1/imports?filename=huge.tfstate`, { method: "POST", headers: { "content-length": 101 * megabyte } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, text });
        sent.destroy();
      });
    });
    sent.on("error", reject);
    sent.flushHeaders();
  });
  expect(answer.status).toBe(413);
  expect(answer.text).toContain("CLOUDVIZ_MAX_IMPORT_MB");
});

test("a foreign host name is refused for pages and for the API", async ({ request }) => {
  const page = await request.get("/", { headers: { host: "evil.example" } });
  expect(page.status()).toBe(403);
  expect(page.headers()["content-type"]).toContain("text/plain");
  await expectProblem(await request.get("/api/v1/graph", { headers: { host: "evil.example" } }), 403, "forbidden-host");
  await expectProblem(await request.get("/api/v1/nowhere", { headers: { host: "evil.example" } }), 403, "forbidden-host");
});

test("writes from another site are refused", async ({ request }) => {
  const body = { data: { title: "x" } };
  await expectProblem(await request.post("/api/v1/diagrams", { ...body, headers: { origin: "https://evil.example" } }), 403, "forbidden-origin");
  await expectProblem(await request.post("/api/v1/diagrams", { ...body, headers: { "sec-fetch-site": "cross-site" } }), 403, "forbidden-origin");
  await expectProblem(await request.post("/api/v1/imports?filename=x", { data: "{}", headers: { origin: "null" } }), 403, "forbidden-origin");
  await expectProblem(await request.delete("/api/v1/demo", { headers: { "sec-fetch-site": "same-site" } }), 403, "forbidden-origin");
});

test("errors of the API are problem documents, whatever is wrong", async ({ request }) => {
  await expectProblem(await request.get("/api/nowhere"), 404, "not-found");
  await expectProblem(await request.get("/api/v1/nowhere/at/all"), 404, "not-found");
  await expectProblem(await request.get("/api"), 404, "not-found");
  await expectProblem(await request.get("/api/v1/resources/res_none"), 404, "not-found");
  await expectProblem(await request.put("/api/v1/graph"), 405, "method-not-allowed");
  await expectProblem(await request.get("/api/v1/resources?limit=0"), 400, "invalid-request");
  await expectProblem(await request.get("/api/v1/resources?filter=%22"), 400, "invalid-filter");
  await expectProblem(await request.post("/api/v1/diagrams", { data: "{", headers: { "content-type": "application/json" } }), 400, "invalid-request");
  await expectProblem(await request.post("/api/v1/diagrams", { data: "x", headers: { "content-type": "text/plain" } }), 415, "unsupported-media-type");
  await expectProblem(await request.post("/api/v1/imports?filename=x.tfstate", { data: "{", headers: { "content-type": "application/octet-stream" } }), 422, "unreadable-file");
});

test("the server tells that it lives and is ready, and describes its API", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect(await (await request.get("/readyz")).json()).toEqual({ status: "ok", backgroundWork: "embedded" });
  expect(await (await request.get("/api/v1/settings")).json()).toEqual({ database: "embedded", backgroundWork: { kind: "embedded", address: null } });
  expect((await request.get("/api/inngest")).status()).toBe(404);
  expect((await request.post("/api/inngest", { data: {} })).status()).toBe(404);
  const document = (await (await request.get("/api/v1/openapi.json")).json()) as { openapi: string; paths: object };
  expect(document.openapi).toBe("3.1.1");
  expect(Object.keys(document.paths)).toContain("/api/v1/imports");
});

test("pages come with a strict policy and no banner, and break none of it", async ({ page }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  const response = await page.goto("/");
  const headers = response?.headers() ?? {};
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-\w+' 'strict-dynamic';/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["x-content-type-options"]).toBe("nosniff");
  await networkQuiet(page);
  expect(violations).toEqual([]);
});
