import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadRoutes } from "../../app/api/v1/routes";
import { demoAnswer } from "../../lib/core/api/demo";
import { diagramPage } from "../../lib/core/api/diagrams";
import { graph } from "../../lib/core/api/graph";
import { importAnswer } from "../../lib/core/api/imports";
import { jobCells, jobPage } from "../../lib/core/api/jobs";
import { problem } from "../../lib/core/api/problem";
import { relationPage, resourceDetail, resourcePage } from "../../lib/core/api/resources";
import { summary } from "../../lib/core/api/summary";
import { diagram } from "../../lib/core/diagram/diagram";
import { inventory } from "../../lib/core/resource/inventory";
import { jobEvent } from "../../lib/core/job/job";
import { callRoute } from "./call-route";
import { withServer } from "./with-server";

const { call, dataDir } = await withServer({ CLOUDVIZ_MAX_IMPORT_MB: "1" });

const canary = "canary-7f3a9c";
const vpc = "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0a1b";

/** A small state: a network, a subnet and a database with a password. */
function stateFile(lineage: string, extra: object[] = []): string {
  const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
  const one = (type: string, name: string, attributes: object, sensitive: object[] = []) => ({
    mode: "managed",
    type,
    name,
    provider,
    instances: [{ schema_version: 0, attributes, sensitive_attributes: sensitive }],
  });
  return JSON.stringify({
    version: 4,
    terraform_version: "1.9.0",
    serial: 1,
    lineage,
    outputs: { token: { value: canary, type: "string", sensitive: true } },
    resources: [
      one("aws_vpc", "main", { id: "vpc-0a1b", arn: vpc, cidr_block: "10.0.0.0/16", tags: { Name: "main" } }),
      one("aws_subnet", "a", { id: "subnet-1", arn: "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1", vpc_id: "vpc-0a1b", cidr_block: "10.0.1.0/24", availability_zone: "eu-west-1a", tags: { Name: "a" } }),
      one("aws_db_instance", "db", { id: "orders", arn: "arn:aws:rds:eu-west-1:123456789012:db:orders", identifier: "orders", password: canary, engine: "postgres" }),
      ...extra,
    ],
  });
}

function upload(body: string, filename = "prod.tfstate") {
  return call("/api/v1/imports", { method: "POST", body, query: { filename }, headers: { "content-type": "application/octet-stream" } });
}

/** What a stream that never ends tells at its beginning: how everything stands. */
async function begunStream(response: Response): Promise<string> {
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString();
    if (text.includes("event: jobs")) return text;
  }
  return text;
}

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return problem.parse(await response.json());
}

let imported: ReturnType<typeof importAnswer.parse>;

beforeAll(async () => {
  const response = await upload(stateFile("11111111-1111-1111-1111-111111111111"));
  expect(response.status).toBe(201);
  imported = importAnswer.parse(await response.json());
}, 60_000);

describe("imports", () => {
  test("a state becomes a connection, a job and resources", () => {
    expect(imported.job).toMatchObject({ kind: "import", status: "succeeded", result: { resources: 3, added: 3, gone: 0 } });
    expect(imported.connection).toMatchObject({ kind: "file", source: "terraform-state", resourceCount: 3, hasCredentials: false, lastJobId: imported.job.id });
  });

  test("the same state again changes nothing and is the same connection", async () => {
    const again = importAnswer.parse(await (await upload(stateFile("11111111-1111-1111-1111-111111111111"), "C:\\secret\\other.tfstate")).json());
    expect(again.connection.id).toBe(imported.connection.id);
    expect(again.job.result).toMatchObject({ added: 0, changed: 0, gone: 0 });
  });

  test.each([
    ["nothing", "", 422, "unreadable-file"],
    ["broken JSON", '{"version": 4, "resources": [', 422, null],
    ["an old version", '{"version": 3, "modules": []}', 422, "unsupported-version"],
    ["another kind of file", "hello", 422, "unrecognised-file"],
    ["too much", "x".repeat(1024 * 1024 + 1), 413, "too-large"],
  ])("%s is refused and leaves nothing behind", async (_name, body, status, code) => {
    const before = await (await call("/api/v1/connections")).json();
    const response = await upload(body, code === "unrecognised-file" ? "notes.txt" : "prod.tfstate");
    expect(response.status).toBe(status);
    const told = await problemOf(response);
    if (code !== null) expect(told.code).toBe(code);
    if (code === "too-large") expect(told.detail).toContain("CLOUDVIZ_MAX_IMPORT_MB");
    expect(await (await call("/api/v1/connections")).json()).toEqual(before);
  });

  test("an import needs a file name", async () => {
    const response = await call("/api/v1/imports", { method: "POST", body: "{}" });
    expect((await problemOf(response)).errors[0]?.pointer).toBe("filename");
  });
});

describe("resources and graph", () => {
  async function list(query: Record<string, string>) {
    return resourcePage.parse(await (await call("/api/v1/resources", { query })).json());
  }

  test("pages hold every resource exactly once, whichever way they are sorted", async () => {
    const all = await list({ count: "true" });
    expect(all.page).toEqual({ hasMore: false, nextCursor: null, total: 3 });
    for (const sort of ["name", "-name", "type,-name", "region"]) {
      const names: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page = await list({ limit: "1", sort, ...(cursor === "" ? {} : { cursor }) });
        names.push(...page.data.map(({ id }) => id));
        cursor = page.page.nextCursor;
      }
      expect([...names].sort()).toEqual(all.data.map(({ id }) => id).sort());
    }
  });

  test("a filter selects, and a broken one is told", async () => {
    expect((await list({ filter: "type:AWS::EC2::*" })).data).toHaveLength(2);
    expect((await problemOf(await call("/api/v1/resources", { query: { filter: 'name:"x' } }))).code).toBe("invalid-filter");
  });

  test.each<Record<string, string>>([{ sort: "password" }, { limit: "501" }, { limit: "0" }, { cursor: "%%%" }, { cursor: "WzFd" }, { at: "yesterday" }])("%j is refused", async (query) => {
    expect((await problemOf(await call("/api/v1/resources", { query }))).status).toBe(400);
  });

  test("a resource is found by its key, with its relations by name", async () => {
    const { data } = await list({ filter: "type:AWS::EC2::Subnet" });
    const response = await call("/api/v1/resources/{key}", { params: { key: data[0]?.key ?? "" } });
    const detail = resourceDetail.parse(await response.json());
    expect(detail.resource.parent).toBe(vpc);
    expect(detail.parent).toMatchObject({ id: vpc, name: "main" });
    expect(detail.relations).toContainEqual(expect.objectContaining({ kind: "contains", direction: "in", page: { hasMore: false, nextCursor: null, total: 1 } }));
    const pages = await call("/api/v1/resources/{key}/relations", { params: { key: data[0]?.key ?? "" }, query: { kind: "contains", direction: "in", count: "true" } });
    expect(relationPage.parse(await pages.json())).toMatchObject({ data: [{ direction: "in", edge: { kind: "contains" }, other: { id: vpc } }], page: { total: 1 } });
    expect(detail.sources).toEqual([{ id: imported.connection.id, name: imported.connection.name, kind: "file" }]);
    for (const path of ["/api/v1/resources/{key}", "/api/v1/resources/{key}/relations"]) expect((await call(path, { params: { key: "res_none" } })).status).toBe(404);
  });

  test("the graph has its frames unless only matches are wanted, and answers 304", async () => {
    const query = { filter: "type:AWS::EC2::Subnet" };
    const response = await call("/api/v1/graph", { query });
    const shown = graph.parse(await response.json());
    expect(shown.resources).toHaveLength(2);
    expect(shown).toMatchObject({ matched: 1, total: 3, edges: [{ kind: "contains", from: vpc }] });
    expect(graph.parse(await (await call("/api/v1/graph", { query: { ...query, context: "false" } })).json()).resources).toHaveLength(1);
    const etag = response.headers.get("etag") ?? "";
    expect((await call("/api/v1/graph", { query, headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await call("/api/v1/graph", { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  test("before anything was imported there was nothing", async () => {
    const then = await call("/api/v1/graph", { query: { at: "2001-01-01T00:00:00Z" } });
    expect(graph.parse(await then.json())).toMatchObject({ resources: [], edges: [], total: 0 });
  });

  test("the dashboard counts", async () => {
    const counted = summary.parse(await (await call("/api/v1/summary")).json());
    expect(counted).toMatchObject({ resources: 3, accounts: 1, byProvider: [{ id: "aws", label: "AWS", count: 3 }], byRegion: [{ id: "eu-west-1", count: 3 }], hasDemo: false });
    expect(counted.connections).toHaveLength(1);
  });
});

describe("diagrams", () => {
  async function create(draft: object) {
    const response = await call("/api/v1/diagrams", { method: "POST", json: draft });
    expect(response.status).toBe(201);
    const made = diagram.parse(await response.json());
    expect(response.headers.get("location")).toBe(`/api/v1/diagrams/${made.id}`);
    return made;
  }

  function patch(id: string, json: object, ifMatch?: string) {
    return call("/api/v1/diagrams/{id}", { method: "PATCH", params: { id }, json, headers: ifMatch === undefined ? {} : { "if-match": ifMatch } });
  }

  test("are created with defaults, changed from a known version only, and deleted", async () => {
    const made = await create({ title: "Everything" });
    expect(made).toMatchObject({ version: 1, layout: { id: "hierarchical" }, theme: "professional", source: { filter: "", at: null }, createdBy: "local-owner" });
    expect((await patch(made.id, { title: "x" })).status).toBe(428);
    const changed = diagram.parse(await (await patch(made.id, { overlay: { names: { [vpc]: "Home", other: "O" } } }, '"1"')).json());
    expect(changed).toMatchObject({ version: 2, title: "Everything", overlay: { names: { [vpc]: "Home" } } });
    const removed = diagram.parse(await (await patch(made.id, { title: "Net", overlay: { names: { other: null } } }, '"2"')).json());
    expect(removed).toMatchObject({ title: "Net", overlay: { names: { [vpc]: "Home" } } });
    expect(Object.keys(removed.overlay.names)).toEqual([vpc]);
    expect((await patch(made.id, { title: "late" }, '"1"')).status).toBe(412);
    expect((await call("/api/v1/diagrams/{id}", { method: "DELETE", params: { id: made.id } })).status).toBe(204);
    expect((await call("/api/v1/diagrams/{id}", { params: { id: made.id } })).status).toBe(404);
  });

  test.each([
    { title: "" },
    { title: "x", theme: "neon" },
    { title: "x", layout: { id: "spiral", options: {} } },
    { title: "x", source: { filter: 'name:"', at: null } },
    { title: "x", more: 1 },
  ])("%j is refused", async (draft) => {
    expect((await problemOf(await call("/api/v1/diagrams", { method: "POST", json: draft }))).status).toBe(400);
  });

  test("a change that would make an invalid diagram is refused", async () => {
    const made = await create({ title: "Kept" });
    for (const change of [{ theme: "neon" }, { title: null }, { grouping: ["galaxy"] }, { version: 9 }]) {
      expect((await patch(made.id, change, '"1"')).status).toBe(400);
    }
  });

  test("are listed in pages", async () => {
    await create({ title: "One more" });
    const first = diagramPage.parse(await (await call("/api/v1/diagrams", { query: { limit: "1" } })).json());
    expect(first.data.map(({ title }) => title)).toEqual(["One more"]);
    const second = diagramPage.parse(await (await call("/api/v1/diagrams", { query: { limit: "1", cursor: first.page.nextCursor ?? "" } })).json());
    expect(second.data.map(({ title }) => title)).toEqual(["Kept"]);
  });

  test("are exported in each format that is listed, in both themes, without secrets", async () => {
    const made = await create({ title: 'Prod "<script>" / ../äöü' });
    const { data } = (await (await call("/api/v1/formats")).json()) as { data: { id: string; mediaType: string; extension: string }[] };
    expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining(["mermaid", "svg", "json"]));
    for (const format of data) {
      for (const theme of ["professional", "dark"]) {
        const response = await call("/api/v1/diagrams/{id}/export", { params: { id: made.id }, query: { format: format.id, theme, download: "1" } });
        expect(response.status).toBe(200);
        expect(response.headers.get("content-type")).toContain(format.mediaType.split(";")[0]);
        expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/);
        const text = await response.text();
        // What pictures and packed files say is read in the tests of their formats.
        if (!["png", "pdf"].includes(format.id)) expect(text, format.id).toContain("orders");
        expect(text).not.toContain(canary);
        if (format.id === "json") expect(inventory.parse(JSON.parse(text)).resources).toHaveLength(3);
        const again = await call("/api/v1/diagrams/{id}/export", {
          params: { id: made.id },
          query: { format: format.id, theme },
          headers: { "if-none-match": response.headers.get("etag") ?? "" },
        });
        expect(again.status).toBe(304);
      }
    }
    const refused: Record<string, string>[] = [{ format: "gif" }, { format: "svg", theme: "neon" }, { format: "__proto__" }, {}];
    for (const query of refused) {
      expect((await problemOf(await call("/api/v1/diagrams/{id}/export", { params: { id: made.id }, query }))).status).toBe(400);
    }
  });
});

describe("connections", () => {
  test("credentials that do not have the right shape are refused without being repeated", async () => {
    for (const credentials of [{ mode: "keys", accessKeyId: canary, secretAccessKey: "" }, { mode: canary }, { [canary]: canary }]) {
      const response = await call("/api/v1/connections", { method: "POST", json: { provider: "aws", credentials } });
      expect(response.status).toBe(400);
      const values = JSON.stringify(await response.json()).replaceAll(`"${canary}"`, "");
      if (!(canary in credentials)) expect(values).not.toContain(canary);
    }
  });

  test("an unknown provider is told", async () => {
    const response = await call("/api/v1/connections", { method: "POST", json: { provider: "acme", credentials: {} } });
    expect(await problemOf(response)).toMatchObject({ status: 400, errors: [{ pointer: "/provider" }] });
  });

  test("a file is not discovered", async () => {
    const response = await call("/api/v1/connections/{id}/discoveries", { method: "POST", params: { id: imported.connection.id } });
    expect((await problemOf(response)).code).toBe("conflict");
  });

  test("removing one removes what only it saw", async () => {
    const other = importAnswer.parse(await (await upload(stateFile("22222222-2222-2222-2222-222222222222"))).json());
    expect((await call("/api/v1/connections/{id}", { method: "DELETE", params: { id: other.connection.id } })).status).toBe(204);
    const left = resourcePage.parse(await (await call("/api/v1/resources")).json());
    expect(left.data).toHaveLength(3);
    expect((await call("/api/v1/connections/{id}", { method: "DELETE", params: { id: other.connection.id } })).status).toBe(404);
  });
});

describe("demo", () => {
  test("comes with a week of history and a diagram, is not added twice, and goes without a trace", async () => {
    const before = resourcePage.parse(await (await call("/api/v1/resources", { query: { count: "true" } })).json());
    const response = await call("/api/v1/demo", { method: "POST" });
    expect(response.status).toBe(201);
    const demo = demoAnswer.parse(await response.json());
    expect(demo.connections).toMatchObject([{ kind: "demo" }]);
    const again = demoAnswer.parse(await (await call("/api/v1/demo", { method: "POST" })).json());
    expect([again.connections[0]?.id, again.diagram?.id]).toEqual([demo.connections[0]?.id, demo.diagram?.id]);
    const filter = demo.diagram?.source.filter ?? "";
    const now = graph.parse(await (await call("/api/v1/graph", { query: { filter } })).json());
    const then = graph.parse(await (await call("/api/v1/graph", { query: { filter, at: new Date(Date.now() - 86_400_000).toISOString() } })).json());
    expect(now.matched).toBeGreaterThan(200);
    expect(then.matched).toBeGreaterThan(200);
    expect(new Set(now.resources.map(({ id }) => id))).not.toEqual(new Set(then.resources.map(({ id }) => id)));
    expect(new Set(now.resources.map(({ provider }) => provider))).toEqual(new Set(["aws", "azure", "gcp", ...now.resources.filter((one) => one.origin?.kind === "outside").map(({ provider }) => provider)]));
    expect((await call("/api/v1/demo", { method: "DELETE" })).status).toBe(204);
    expect((await call("/api/v1/demo", { method: "DELETE" })).status).toBe(204);
    expect((await call("/api/v1/diagrams/{id}", { params: { id: demo.diagram?.id ?? "" } })).status).toBe(404);
    const after = resourcePage.parse(await (await call("/api/v1/resources", { query: { count: "true" } })).json());
    expect(after).toEqual(before);
  });
});

describe("the rest", () => {
  test("jobs are listed and found, and one that has ended is not cancelled", async () => {
    const id = imported.job.id;
    expect(await (await call("/api/v1/jobs/{id}", { params: { id }, query: { wait: "5" } })).json()).toEqual(imported.job);
    expect((await call("/api/v1/jobs/{id}/cancel", { method: "POST", params: { id } })).status).toBe(409);
    expect((await call("/api/v1/jobs/{id}", { params: { id: "job_none" } })).status).toBe(404);
    expect((await call("/api/v1/jobs")).status).toBe(200);
  });

  test("jobs are listed by status; `running` is everything that has not ended", async () => {
    const { createJob, breakOffJob } = await import("../../lib/db/jobs/jobs");
    const queued = await createJob({ kind: "discovery", connectionId: null, createdBy: "test" });
    const statusesOf = async (status: string) => {
      const { data } = jobPage.parse(await (await call("/api/v1/jobs", { query: { status } })).json());
      return new Set(data.map((one) => one.status));
    };
    expect(await statusesOf("running")).toEqual(new Set(["queued"]));
    expect(await statusesOf("succeeded,queued")).toEqual(new Set(["queued", "succeeded"]));
    expect((await call("/api/v1/jobs", { query: { status: "done" } })).status).toBe(400);
    await breakOffJob(queued.id, { status: "cancelled", error: null });
    expect(await statusesOf("running")).toEqual(new Set());
  });

  test("an ended job's events come with their times, and then the reader is told that there are no more", async () => {
    const { createJob, startJob, breakOffJob } = await import("../../lib/db/jobs/jobs");
    const { id } = await createJob({ kind: "discovery", connectionId: null, createdBy: "test" });
    await startJob(id);
    await breakOffJob(id, { status: "failed", error: "no <b>reason</b>" });
    const text = await (await call("/api/v1/jobs/{id}/events", { params: { id } })).text();
    const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => jobEvent.parse(JSON.parse(data ?? "")));
    expect(events.map(({ data }) => data)).toEqual([{ status: "running", error: null }, { status: "failed", error: "no <b>reason</b>" }]);
    const [first, last] = events.map(({ id: event }) => String(event));
    const after = (event = "") => call("/api/v1/jobs/{id}/events", { params: { id }, headers: { "last-event-id": event } });
    expect(await (await after(first)).text()).toContain(`id: ${last}\n`);
    expect((await after(last)).status).toBe(204);
    expect(jobCells.parse(await (await call("/api/v1/jobs/{id}/cells", { params: { id } })).json())).toEqual({ data: [], lastEventId: Number(last) });
  });

  test("secrets of an import are nowhere in the API's answers", async () => {
    for (const [pathname, verbs] of Object.entries(await loadRoutes())) {
      if (pathname.includes("{")) continue;
      const response = await callRoute(verbs);
      const text = response.headers.get("content-type")?.startsWith("text/event-stream") === true ? await begunStream(response) : await response.text();
      expect(text).not.toContain(canary);
    }
    const { data } = resourcePage.parse(await (await call("/api/v1/resources")).json());
    expect(data.length).toBeGreaterThan(2);
    for (const { key } of data) expect(await (await call("/api/v1/resources/{key}", { params: { key } })).text()).not.toContain(canary);
  });

  test("the description names every path, each operation once, with its errors", async () => {
    const document = (await (await call("/api/v1/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
    };
    expect(document.openapi).toBe("3.1.1");
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const operation of operations) {
      expect(operation.operationId).toMatch(/^[a-z]+[A-Z]/);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["403", "500"]));
    }
    const folders = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"));
    const paths = folders.map((file) => `/api/v1/${path.dirname(file).replaceAll(path.sep, "/").replace(/\[(\w+)\]/g, "{$1}")}`);
    expect(paths.sort()).toEqual(Object.keys(document.paths).sort());
  });

  test("unknown addresses are a problem document for every verb", async () => {
    const unknown = await import("../../app/api/[[...path]]/route");
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"] as const) {
      const response = await callRoute(unknown as unknown as Parameters<typeof callRoute>[0], { method });
      expect(await problemOf(response)).toMatchObject({ status: 404, code: "not-found" });
    }
  });
});

test("nothing but the database and its lock is written to the data directory by an import, and no file holds the secret", () => {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const entry of files) expect(readFileSync(path.join(entry.parentPath, entry.name)).includes(canary)).toBe(false);
});
