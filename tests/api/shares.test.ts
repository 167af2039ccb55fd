import { beforeAll, describe, expect, test } from "vitest";
import { GET as getShared } from "../../app/api/v1/shared/[token]/route";
import { GET as getFile } from "../../app/(plain)/(shared)/s/[token]/file/[ending]/route";
import { madeShare, sharedDiagram, sharedTable, sharePage, type MadeShare, type NewShare, type ShareChange } from "../../lib/core/api/shares";
import { problem } from "../../lib/core/api/problem";
import { diagram } from "../../lib/core/diagram/diagram";
import { share, type Share } from "../../lib/core/share/share";
import { openDatabase } from "../../lib/db/database";
import { findShare } from "../../lib/db/shares";
import { hashShareToken } from "../../lib/auth/share-token";
import { decodeView } from "../../lib/scene/view/view-payload";
import { listShareOrigins } from "../../lib/usecases/shares/list-share-origins";
import type { Call } from "./call-route";
import { withServer } from "./with-server";

const { call } = await withServer();

const password = "open, sesame";

async function publish(names: readonly string[]): Promise<void> {
  const resources = names.map((name) => ({
    mode: "managed", type: "aws_sqs_queue", name, provider: 'provider["registry.terraform.io/hashicorp/aws"]',
    instances: [{ schema_version: 0, attributes: { arn: `arn:aws:sqs:eu-west-1:123456789012:${name}`, name, tags: { env: "prod" } }, sensitive_attributes: [] }],
  }));
  const body = JSON.stringify({ version: 4, terraform_version: "1.9.0", serial: 1, lineage: "11111111-1111-1111-1111-111111111111", outputs: {}, resources });
  expect((await call("/api/v1/imports", { method: "POST", body, query: { filename: "prod.tfstate" }, headers: { "content-type": "application/octet-stream" } })).status).toBe(201);
}

async function aDiagram(title = "Queues") {
  return diagram.parse(await (await call("/api/v1/diagrams", { method: "POST", json: { title } })).json());
}

async function make(wanted: NewShare = {}, diagramId?: string): Promise<MadeShare> {
  const response = await call("/api/v1/diagrams/{id}/shares", { method: "POST", params: { id: diagramId ?? (await aDiagram()).id }, json: wanted });
  expect(response.status, await response.clone().text()).toBe(201);
  return madeShare.parse(await response.json());
}

async function change(id: string, json: ShareChange): Promise<Share> {
  const response = await call("/api/v1/shares/{id}", { method: "PATCH", params: { id }, json });
  expect(response.status, await response.clone().text()).toBe(200);
  return share.parse(await response.json());
}

const read = async (id: string) => share.parse(await (await call("/api/v1/shares/{id}", { params: { id } })).json());
const list = async (diagramId: string) => sharePage.parse(await (await call("/api/v1/shares", { query: { diagram: diagramId } })).json()).data;
const open = (token: string, headers: Record<string, string> = {}, options: Call = {}) => call("/api/v1/shared/{token}", { params: { token }, headers, ...options });
const unlock = (token: string, text: string, headers: Record<string, string> = {}) => call("/api/v1/shared/{token}/unlock", { method: "POST", params: { token }, json: { password: text }, headers });

async function shown(token: string) {
  const response = await open(token);
  expect(response.status, await response.clone().text()).toBe(200);
  const answer = sharedDiagram.parse(await response.json());
  return { ...answer, titles: decodeView(answer.view.view, answer.view.title).boxes.title };
}

function file(token: string, ending: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/s/${token}.${ending}`, { headers: { ...headers, host: "localhost:3000" } });
  return getFile(request, { params: Promise.resolve({ token, ending }) });
}

async function expire(id: string): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.share.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
}

beforeAll(() => publish(["orders", "mails"]), 60_000);

describe("who manages links", () => {
  test("makes one that hides ids, addresses, tags and costs, for seven days, and is told its token once", async () => {
    const { id } = await aDiagram();
    const { share: made, token, path } = await make({}, id);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(path).toBe(`/s/${token}`);
    expect(made).toMatchObject({ diagramId: id, diagramTitle: "Queues", mode: "live", frozenAt: null, hide: { names: false, ids: true, addresses: true, tags: true, costs: true }, allow: { table: true, files: true }, hasPassword: false, status: "active", views: 0, origins: [] });
    expect(Date.parse(made.expiresAt ?? "") - Date.now()).toBeGreaterThan(6.99 * 86_400_000);
    const { engine } = await openDatabase();
    const stored = JSON.stringify(await engine.transaction((session) => session.query("SELECT * FROM shares")));
    expect(stored).not.toContain(token);
    expect(stored).toContain(hashShareToken(token));
    for (const text of [await (await call("/api/v1/shares")).text(), JSON.stringify(await read(made.id))]) expect(text).not.toMatch(new RegExp(`${token}|${hashShareToken(token)}`));
  });

  test("lists those of a diagram, newest first, page by page; revoked ones stay", async () => {
    const { id } = await aDiagram();
    const first = await make({ label: "first", expiresAt: null }, id);
    const second = await make({ label: "second" }, id);
    expect((await call("/api/v1/shares/{id}", { method: "DELETE", params: { id: first.share.id } })).status).toBe(204);
    expect((await call("/api/v1/shares/{id}", { method: "DELETE", params: { id: first.share.id } })).status).toBe(204);
    expect((await list(id)).map(({ label, status }) => [label, status])).toEqual([["second", "active"], ["first", "revoked"]]);
    const page = sharePage.parse(await (await call("/api/v1/shares", { query: { diagram: id, limit: "1" } })).json());
    const rest = sharePage.parse(await (await call("/api/v1/shares", { query: { diagram: id, cursor: page.page.nextCursor ?? "" } })).json());
    expect([...page.data, ...rest.data].map((one) => one.id)).toEqual([second.share.id, first.share.id]);
    expect(await list("dgm_none")).toEqual([]);
  });

  test("changes parts of one; a revoked one is past changing", async () => {
    const { share: made } = await make({ label: "before", origins: ["https://wiki.example.com"] });
    expect(await change(made.id, { label: null, hide: { ...made.hide, names: true } })).toMatchObject({ label: null, hide: { names: true, ids: true }, origins: ["https://wiki.example.com"], expiresAt: made.expiresAt });
    expect(await change(made.id, { expiresAt: null, paused: true })).toMatchObject({ expiresAt: null, status: "paused", hide: { names: true } });
    await call("/api/v1/shares/{id}", { method: "DELETE", params: { id: made.id } });
    const refused = await Promise.all([call("/api/v1/shares/{id}", { method: "PATCH", params: { id: made.id }, json: { paused: false } }), call("/api/v1/shares/{id}/rotate", { method: "POST", params: { id: made.id } })]);
    for (const response of refused) expect(problem.parse(await response.json())).toMatchObject({ status: 409, code: "conflict" });
  });

  test.each<[object, string]>([
    [{ expiresAt: "2001-01-01T00:00:00Z" }, "/expiresAt"],
    [{ view: { theme: "beige" } }, "/view/theme"],
    [{ view: { group: "galaxy" } }, "/view/group"],
    [{ view: { preset: "all" } }, "/view/preset"],
    [{ view: { layout: { id: "spiral" } } }, "/view/layout/id"],
    [{ origins: ["https://a.example; script-src *"] }, "/origins/0"],
    [{ origins: ["*"] }, "/origins/0"],
    [{ password: "short" }, "/password"],
    [{ mode: "mirrored" }, "/mode"],
    [{ token: "mine" }, ""],
  ])("%j is refused", async (json, pointer) => {
    const response = await call("/api/v1/diagrams/{id}/shares", { method: "POST", params: { id: (await aDiagram()).id }, json });
    expect(problem.parse(await response.json())).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  test("finds neither links nor diagrams that are not there", async () => {
    for (const [path, method] of [["/api/v1/shares/{id}", "GET"], ["/api/v1/shares/{id}", "DELETE"], ["/api/v1/shares/{id}/rotate", "POST"]] as const) expect((await call(path, { method, params: { id: "shr_none" } })).status).toBe(404);
    expect((await call("/api/v1/diagrams/{id}/shares", { method: "POST", params: { id: "dgm_none" }, json: {} })).status).toBe(404);
  });
});

describe("who opens a link", () => {
  test("sees the view that was shared, under its look, and nothing of how it came to be", async () => {
    const { id } = await aDiagram("Everything");
    const { share: made, token } = await make({ label: "for the owner", view: { q: "name=orders", group: "region", theme: "dark", layout: { id: "grid" } } }, id);
    const seen = await shown(token);
    expect(seen.titles).toEqual(["eu-west-1", "orders"]);
    expect(seen.view).toMatchObject({ title: "Everything", theme: "dark", layout: { id: "grid" }, grouping: ["region"], filter: "", total: 1, folded: [] });
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${id}|${made.id}|for the owner|123456789012|local-owner`));
    const table = sharedTable.parse(await (await call("/api/v1/shared/{token}/table", { params: { token } })).json());
    expect(table.data).toEqual([{ name: "orders", type: "AWS::SQS::Queue", typeLabel: "SQS queue", category: "integration", provider: "aws", account: "Account 1", region: "eu-west-1", state: null }]);
  });

  test("of a live link sees what changes, of a frozen one what was", async () => {
    const { id, version } = await aDiagram("Before");
    const [live, frozen] = [await make({ mode: "live" }, id), await make({ mode: "frozen" }, id)];
    await publish(["orders", "mails", "refunds"]);
    await call("/api/v1/diagrams/{id}", { method: "PATCH", params: { id }, json: { title: "After" }, headers: { "if-match": `"${version}"` } });
    const [now, then] = [await shown(live.token), await shown(frozen.token)];
    await publish(["orders", "mails"]);
    expect([now.view.title, now.titles.includes("refunds")]).toEqual(["After", true]);
    expect([then.view.title, then.titles.includes("refunds"), then.titles.includes("mails")]).toEqual(["Before", false, true]);
    expect(then.asOf).toBe(frozen.share.frozenAt);
  });

  test("is counted for each page that opens, not for what is loaded ahead or asked again", async () => {
    const { share: made, token } = await make();
    const first = await open(token);
    const known = { "if-none-match": first.headers.get("etag") ?? "" };
    await open(token, { "sec-purpose": "prefetch;prerender" });
    await open(token, {}, { method: "HEAD" as "GET" });
    await open(token, {}, { query: { again: "true" } });
    await call("/api/v1/shared/{token}/table", { params: { token } });
    await file(token, "json");
    expect(await read(made.id)).toMatchObject({ views: 1 });
    // Opened again in a browser that has the answer still.
    expect((await open(token, known)).status).toBe(304);
    const { views, lastViewedAt } = await read(made.id);
    expect(views).toBe(2);
    expect(Date.now() - Date.parse(lastViewedAt ?? "")).toBeLessThan(60_000);
    // What is hidden is another answer.
    await change(made.id, { hide: { ...made.hide, names: true } });
    expect((await open(token, known)).status).toBe(200);
  });

  test("cannot tell the unknown, malformed, expired, paused, revoked and rotated apart, nor one whose diagram is gone", async () => {
    const [expired, paused, revoked, rotated, orphaned] = [await make(), await make({ mode: "frozen" }), await make({ password }), await make(), await make({ mode: "frozen" })];
    await expire(expired.share.id);
    await change(paused.share.id, { paused: true });
    await call("/api/v1/shares/{id}", { method: "DELETE", params: { id: revoked.share.id } });
    const { token: newer } = madeShare.parse(await (await call("/api/v1/shares/{id}/rotate", { method: "POST", params: { id: rotated.share.id } })).json());
    await call("/api/v1/diagrams/{id}", { method: "DELETE", params: { id: orphaned.share.diagramId } });
    const tokens = ["A".repeat(43), "x", "../../etc", "\u0000", ...[expired, paused, revoked, rotated, orphaned].map(({ token }) => token)];
    const answers = new Set<string>();
    for (const token of tokens) {
      const responses = [await open(token), await unlock(token, password), await file(token, "svg"), await call("/api/v1/shared/{token}/table", { params: { token } })];
      for (const response of responses) {
        const { requestId, instance, ...told } = problem.parse(await response.json());
        const headers = [...response.headers].filter(([name]) => name !== "x-request-id");
        expect([requestId, instance].join(" ")).not.toContain(token === "x" ? "/x" : token);
        answers.add(JSON.stringify([response.status, headers, told]));
      }
      expect(await listShareOrigins(token)).toBeNull();
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain("There is no such link.");
    expect((await open(newer)).status).toBe(200);
    await change(paused.share.id, { paused: false });
    expect((await open(paused.token)).status).toBe(200);
    expect((await list(rotated.share.diagramId)).map(({ id }) => id)).toEqual([rotated.share.id]);
    expect(await findShare(hashShareToken(orphaned.token))).toBeNull();
  });

  test("is not told the token again by what goes wrong, which the log has in the same words", async () => {
    const token = "B".repeat(43);
    const request = new Request(`http://localhost:3000/api/v1/shared/${token}/table?x=1`, { headers: { host: "localhost:3000" } });
    const responses = [await getShared(request, { params: Promise.resolve({ token }) }), await file(token, "svg")];
    const told = await Promise.all(responses.map(async (response) => problem.parse(await response.json())));
    expect(told.map(({ instance }) => instance)).toEqual(["/api/v1/shared/{token}/table", "/s/{token}"]);
    expect(JSON.stringify(told)).not.toContain(token);
  });

  test("may be given neither table nor files", async () => {
    const { token } = await make({ allow: { table: false, files: false } });
    expect((await open(token)).status).toBe(200);
    expect((await call("/api/v1/shared/{token}/table", { params: { token } })).status).toBe(404);
    for (const ending of ["svg", "json", "pdf", "toString"]) expect((await file(token, ending)).status).toBe(404);
  });
});

describe("a password", () => {
  const cookieOf = (response: Response) => response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");

  test("is asked for everywhere, opens by a cookie, and ends with itself and the token", async () => {
    const { share: made, token } = await make({ password });
    expect(JSON.stringify(made)).not.toContain(password);
    const ways = (headers: Record<string, string>) => Promise.all([open(token, headers), call("/api/v1/shared/{token}/table", { params: { token }, headers }), call("/api/v1/shared/{token}/boxes", { params: { token }, headers }), file(token, "mmd", headers)]);
    for (const response of await ways({})) expect(problem.parse(await response.json())).toMatchObject({ status: 401, code: "password-required" });
    expect(await read(made.id)).toMatchObject({ views: 0, hasPassword: true });
    const unlocked = await unlock(token, password);
    expect(unlocked.status).toBe(204);
    const lines = unlocked.headers.getSetCookie();
    expect(lines.map((line) => /Path=([^;]*)/.exec(line)?.[1])).toEqual(["/api/v1/shared", "/s"]);
    for (const line of lines) {
      expect(line).toMatch(/HttpOnly; SameSite=Lax$/);
      expect(line).not.toContain(token);
    }
    const headers = { cookie: `other=1; ${cookieOf(unlocked)[0] ?? ""}` };
    for (const response of await ways(headers)) expect(response.status).toBe(200);
    expect((await file(token, "mmd", headers)).headers.get("cache-control")).toBe("private, max-age=60");
    const other = await make({ password });
    expect((await open(other.token, headers)).status).toBe(401);
    await change(made.id, { password: "another one" });
    expect((await open(token, headers)).status).toBe(401);
    await change(made.id, { password: null });
    expect((await open(token)).status).toBe(200);
    expect((await unlock(token, "anything")).status).toBe(204);
  });

  test("opens in frames on other sites where there is TLS", async () => {
    const { token } = await make({ password });
    const [cookie] = (await unlock(token, password, { "x-forwarded-proto": "https" })).headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly; Secure; SameSite=None; Partitioned$/);
  });

  test("that is wrong is told in one text, and after five tries how long to wait", async () => {
    const { token } = await make({ password });
    const from = (address: string) => ({ "x-forwarded-for": address });
    const texts = new Set<string>();
    for (const wrong of ["a", "", password.toUpperCase(), "x".repeat(200), `${password} `]) {
      const { status, code, detail } = problem.parse(await (await unlock(token, wrong, from("10.9.9.9"))).json());
      texts.add(JSON.stringify([status, code, detail]));
    }
    expect([...texts]).toEqual([JSON.stringify([403, "wrong-password", "This is not the password of the link."])]);
    const limited = await unlock(token, password, from("10.9.9.9"));
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^(8\d\d|900)$/)]);
    expect(problem.parse(await limited.json())).toMatchObject({ code: "too-many-requests", detail: expect.stringMatching(/in 1[45] minutes/) as string });
    expect((await unlock(token, password, from("10.9.9.8"))).status).toBe(204);
  });
});

describe("the files of a link", () => {
  test.each([["svg", "image/svg+xml", "<svg"], ["mmd", "text/vnd.mermaid; charset=utf-8", "flowchart"], ["json", "application/json", '"orders"'], ["png", "image/png", "PNG"]])("as %s", async (ending, type, content) => {
    const { token } = await make({ view: { q: "name=orders" } });
    const response = await file(token, ending, { "sec-fetch-site": "cross-site", origin: "https://wiki.example.com" });
    expect(response.status, await response.clone().text()).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({ "content-type": type, "cache-control": "public, max-age=60", "cross-origin-resource-policy": "cross-origin", "content-security-policy": expect.stringContaining("sandbox") as string });
    const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
    expect(text).toContain(content);
    expect(text).not.toMatch(/123456789012|mails|arn:aws/);
    const again = await file(token, ending, { "if-none-match": response.headers.get("etag") ?? "" });
    expect([again.status, again.headers.get("cache-control")]).toEqual([304, "public, max-age=60"]);
  });
});

test("only its sites may show a link in a frame", async () => {
  const { token } = await make({ origins: ["https://wiki.example.com", "https://*.corp.example:8443"] });
  expect(await listShareOrigins(token)).toEqual(["https://wiki.example.com", "https://*.corp.example:8443"]);
});
