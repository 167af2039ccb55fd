import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compressed } from "./compressed";

const long = JSON.stringify({ text: "word ".repeat(1000) });

function answer(acceptEncoding: string | null, body: string | null = long, headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" }) {
  const request = new Request("http://localhost/x", { headers: acceptEncoding === null ? {} : { "accept-encoding": acceptEncoding } });
  return compressed(request, new Response(body, { headers: { etag: '"7"', ...headers } }));
}

describe("compressed", () => {
  test.each(["gzip", "br, gzip;q=0.8", "gzip;q=1.0, deflate", "*"])("text goes as gzip to who takes %s", async (acceptEncoding) => {
    const response = await answer(acceptEncoding);
    expect(Object.fromEntries(response.headers)).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding", etag: '"7"' });
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(long);
  });

  test.each([null, "", "identity", "br", "gzip;q=0", "gzip; q=0.0"])("and as it is to who takes %j", async (acceptEncoding) => {
    const response = await answer(acceptEncoding);
    expect(response.headers.has("content-encoding")).toBe(false);
    expect(await response.text()).toBe(long);
  });

  test.each(["image/svg+xml", "text/html", "text/vnd.mermaid; charset=utf-8", "application/problem+json", "application/xml"])("%s is text", async (type) => {
    expect((await answer("gzip", long, { "content-type": type })).headers.get("content-encoding")).toBe("gzip");
  });

  test.each(["image/png", "application/pdf", "text/event-stream", "application/octet-stream"])("%s stays as it is", async (type) => {
    expect((await answer("gzip", long, { "content-type": type })).headers.has("content-encoding")).toBe(false);
  });

  test("small bodies and none at all are not worth it", async () => {
    const small = await answer("gzip", "{}");
    expect([small.headers.has("content-encoding"), await small.text()]).toEqual([false, "{}"]);
    expect((await answer("gzip", null)).body).toBeNull();
  });
});
