import { beforeAll, describe, expect, test } from "vitest";
import { diagramPage } from "../../lib/core/api/diagrams";
import { problem } from "../../lib/core/api/problem";
import { summary } from "../../lib/core/api/summary";
import { diagram } from "../../lib/core/diagram/diagram";
import { diagramView, diagramViewBoxes } from "../../lib/core/diagram/view";
import { groupingText } from "../../lib/core/diagram/grouping-text";
import { decodeView } from "../../lib/scene/view/view-payload";
import { withServer } from "./with-server";

const { call } = await withServer();

const arn = (service: string, name: string) => `arn:aws:${service}:eu-west-1:123456789012:${name}`;
const vpc = arn("ec2", "vpc/vpc-1");
const subnet = arn("ec2", "subnet/subnet-1");
const machine = arn("ec2", "instance/i-1");
const database = arn("rds", "db:orders");
const disk = arn("ec2", "volume/vol-1");

const parts = {
  vpc: ["aws_vpc", { id: "vpc-1", arn: vpc, cidr_block: "10.0.0.0/16", tags: { Name: "main" } }],
  subnet: ["aws_subnet", { id: "subnet-1", arn: subnet, vpc_id: "vpc-1", cidr_block: "10.0.1.0/24", availability_zone: "eu-west-1a", tags: { Name: "a" } }],
  machine: ["aws_instance", { id: "i-1", arn: machine, subnet_id: "subnet-1", availability_zone: "eu-west-1a", tags: { Name: "web", env: "prod" } }],
  database: ["aws_db_instance", { id: "orders", arn: database, identifier: "orders", engine: "postgres", tags: { env: "prod" } }],
  disk: ["aws_ebs_volume", { id: "vol-1", arn: disk, availability_zone: "eu-west-1a", size: 8, tags: { Name: "cellar" } }],
} as const;

async function publish(names: (keyof typeof parts)[]): Promise<void> {
  const resources = names.map((name) => {
    const [type, attributes] = parts[name];
    return { mode: "managed", type, name, provider: 'provider["registry.terraform.io/hashicorp/aws"]', instances: [{ schema_version: 0, attributes, sensitive_attributes: [] }] };
  });
  const body = JSON.stringify({ version: 4, terraform_version: "1.9.0", serial: 1, lineage: "11111111-1111-1111-1111-111111111111", outputs: {}, resources });
  const response = await call("/api/v1/imports", { method: "POST", body, query: { filename: "prod.tfstate" }, headers: { "content-type": "application/octet-stream" } });
  expect(response.status).toBe(201);
}

async function create(draft: object) {
  return diagram.parse(await (await call("/api/v1/diagrams", { method: "POST", json: { title: "D", ...draft } })).json());
}

async function patch(id: string, version: number, json: object) {
  const response = await call("/api/v1/diagrams/{id}", { method: "PATCH", params: { id }, json, headers: { "if-match": `"${version}"` } });
  expect(response.status).toBe(200);
  return diagram.parse(await response.json());
}

async function read(id: string) {
  return diagram.parse(await (await call("/api/v1/diagrams/{id}", { params: { id } })).json());
}

async function look(id: string, query: Record<string, string> = {}) {
  const answer = diagramView.parse(await (await call("/api/v1/diagrams/{id}/view", { params: { id }, query })).json());
  const boxes = diagramViewBoxes.parse(await (await call("/api/v1/diagrams/{id}/view/boxes", { params: { id }, query })).json());
  expect(boxes.token).toBe(answer.token);
  const view = decodeView(answer.view, answer.title);
  expect(boxes.ids).toHaveLength(view.boxes.count);
  expect(boxes.keys).toHaveLength(view.boxes.count);
  return { ...answer, ids: boxes.ids, keys: boxes.keys, drawn: view, titles: view.boxes.title, titleOf: (resource: string) => view.boxes.title[boxes.ids.indexOf(resource)] };
}

const all = ["vpc", "subnet", "machine", "database", "disk"] as const;

beforeAll(async () => {
  await publish([...all]);
}, 60_000);

describe("a diagram's view", () => {
  test("is what the diagram draws, by box number, with keys of what are resources", async () => {
    const { id } = await create({ title: "Everything" });
    const seen = await look(id);
    expect(seen).toMatchObject({ title: "Everything", version: 1, total: 5, matched: 5, shown: 5, folded: [], orphans: 0, at: null, notes: {}, collapsed: [] });
    expect(seen.titles).toEqual(["AWS", "123456789012", "eu-west-1", "main", "a", "cellar", "orders", "web"]);
    const region = seen.titles.indexOf("eu-west-1");
    expect(seen.keys[region]).toBeNull();
    expect(seen.keys[seen.ids.indexOf(machine)]).toMatch(/^res_/);
  });

  test("takes a filter, levels and a preset, and tells about what it leaves out", async () => {
    const { id } = await create({ source: { filter: "name=orders OR name=web", at: null } });
    const both = await look(id, { q: "type:*DBInstance" });
    expect(both).toMatchObject({ matched: 1, shown: 1, total: 2, folded: [{ reason: "filter", count: 1 }] });
    const levels = groupingText(["tag:env", "type"]);
    expect((await look(id, { group: levels })).titles.slice(0, 3)).toEqual(["env: prod", "EC2 instance", "RDS instance"]);
    const plain = await create({});
    const flat = await look(plain.id, { group: groupingText([]) });
    expect(flat.drawn.boxes.frames).toBe(0);
    expect(flat.grouping).toEqual([]);
    const overview = await look(plain.id, { preset: "overview" });
    expect(overview).toMatchObject({ shown: 4, folded: [{ reason: "preset", count: 1, types: [{ type: "AWS::EC2::Volume", label: "EBS volume", count: 1 }] }] });
    expect((await look(plain.id, { preset: "data" })).grouping).toEqual(["provider", "account", "region"]);
    expect(await look(plain.id, { at: "2001-01-01T00:00:00Z" })).toMatchObject({ total: 0, shown: 0, ids: [] });
  });

  test("is not sent again to who has it, until the diagram, the query or the inventory is another", async () => {
    const { id } = await create({});
    for (const route of ["/api/v1/diagrams/{id}/view", "/api/v1/diagrams/{id}/view/boxes"]) {
      const ask = async (etag: string, query: Record<string, string> = {}) => (await call(route, { params: { id }, query, headers: { "if-none-match": etag } })).status;
      const first = await call(route, { params: { id } });
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^"[\w.-]+"$/);
      expect(await ask(etag)).toBe(304);
      expect(await ask(etag, { q: "web" })).toBe(200);
      expect(await ask(etag, { group: "none" })).toBe(200);
      await patch(id, (await read(id)).version, { title: "Another" });
      expect(await ask(etag)).toBe(200);
      const newer = (await call(route, { params: { id } })).headers.get("etag") ?? "";
      await publish(["vpc"]);
      expect(await ask(newer)).toBe(200);
      await publish([...all]);
    }
  });

  test("carries names, notes, places, folded frames and what is hidden", async () => {
    const { id } = await create({});
    await patch(id, 1, { overlay: { names: { [machine]: "Shop front" }, notes: { [database]: "moves in May" }, places: { [vpc]: { x: 12.5, y: -3 } }, collapsed: [subnet, "gone"], hidden: [disk] } });
    const seen = await look(id);
    expect(seen.titleOf(machine)).toBe("Shop front");
    expect(seen.notes).toEqual({ [seen.ids.indexOf(database)]: "moves in May" });
    expect(seen.collapsed).toEqual([seen.ids.indexOf(subnet)]);
    expect(seen.ids).not.toContain(disk);
    expect(seen).toMatchObject({ shown: 4, folded: [{ reason: "hidden", count: 1 }], orphans: 1 });
    const at = seen.ids.indexOf(vpc);
    expect([seen.drawn.kept?.x[at], seen.drawn.kept?.y[at], seen.drawn.kept?.hold[at]]).toEqual([12.5, -3, 2]);
  });

  test.each<[Record<string, string>, string]>([
    [{ q: 'name:"' }, "invalid-filter"],
    [{ group: "galaxy" }, "invalid-request"],
    [{ group: "tag:" }, "invalid-request"],
    [{ preset: "everything" }, "invalid-request"],
    [{ at: "yesterday" }, "invalid-request"],
  ])("%j is refused", async (query, code) => {
    const { id } = await create({});
    for (const route of ["/api/v1/diagrams/{id}/view", "/api/v1/diagrams/{id}/view/boxes"]) {
      const response = await call(route, { params: { id }, query });
      expect(problem.parse(await response.json())).toMatchObject({ status: 400, code });
    }
  });

  test("of no diagram is not found", async () => {
    expect((await call("/api/v1/diagrams/{id}/view", { params: { id: "dgm_none" } })).status).toBe(404);
  });
});

describe("edits and the inventory", () => {
  const edits = { names: { [machine]: "Shop front" }, notes: { [machine]: "careful" }, places: { [machine]: { x: 1, y: 2, pinned: true } }, hidden: [machine] };

  test("what vanishes waits among the orphans under its last name, and is back in place when it reappears; reading writes nothing", async () => {
    const { id } = await create({});
    const edited = await patch(id, 1, { overlay: edits });
    await publish(["vpc", "subnet", "database", "disk"]);
    const gone = await read(id);
    expect(gone.version).toBe(edited.version);
    expect(gone.overlay).toMatchObject({ names: {}, notes: {}, places: {}, hidden: [], orphans: { [machine]: { name: "web", type: "AWS::EC2::Instance", title: "Shop front", note: "careful", place: { x: 1, y: 2 }, isHidden: true } } });
    expect(await look(id)).toMatchObject({ orphans: 1, total: 4 });
    // A change of something else keeps them.
    const changed = await patch(id, gone.version, { overlay: { names: { [vpc]: "Home" } } });
    expect(changed.overlay.orphans[machine]).toMatchObject({ title: "Shop front" });
    await publish([...all]);
    const back = await read(id);
    expect(back.version).toBe(changed.version);
    expect(back.overlay).toMatchObject({ ...edits, names: { [machine]: "Shop front", [vpc]: "Home" }, orphans: {} });
  });

  test("orphans that are dropped are gone for good", async () => {
    const { id } = await create({});
    await patch(id, 1, { overlay: { ...edits, hidden: [] } });
    await publish(["vpc", "subnet", "database", "disk"]);
    const dropped = await patch(id, 2, { overlay: { orphans: { [machine]: null } } });
    expect(dropped.overlay.orphans).toEqual({});
    await publish([...all]);
    expect((await read(id)).overlay).toMatchObject({ names: {}, notes: {}, places: {}, orphans: {} });
  });

  test("what is first seen after the person looked is new", async () => {
    const { id } = await create({});
    await publish(["vpc", "subnet", "database"]);
    const isNew = async (resource: string) => {
      const seen = await look(id);
      return ((seen.drawn.boxes.flags[seen.ids.indexOf(resource)] ?? 0) & 8) !== 0;
    };
    expect(await isNew(vpc)).toBe(false);
    await publish([...all]);
    await patch(id, 1, { overlay: { seenAt: "2001-01-01T00:00:00Z" } });
    expect(await isNew(vpc)).toBe(true);
    await patch(id, 2, { overlay: { seenAt: new Date().toISOString() } });
    expect(await isNew(vpc)).toBe(false);
  });

  test("lists carry no edits", async () => {
    await create({ overlay: { ...edits, notes: { [machine]: "canary-note" } } });
    const list = await (await call("/api/v1/diagrams")).text();
    expect(diagramPage.parse(JSON.parse(list)).data.length).toBeGreaterThan(0);
    const dashboard = await (await call("/api/v1/summary")).text();
    expect(summary.parse(JSON.parse(dashboard)).diagrams.length).toBeGreaterThan(0);
    for (const text of [list, dashboard]) expect(text).not.toMatch(/canary-note|overlay/);
  });
});

describe("an export", () => {
  async function svg(id: string, query: Record<string, string> = {}) {
    const response = await call("/api/v1/diagrams/{id}/export", { params: { id }, query: { format: "svg", ...query } });
    expect(response.status, await response.clone().text()).toBe(200);
    return { text: await response.text(), etag: response.headers.get("etag") ?? "" };
  }

  test("shows what the page shows for the same query", async () => {
    const { id } = await create({});
    const whole = await svg(id);
    for (const name of ["orders", "cellar", ">web<"]) expect(whole.text).toContain(name);
    const looks = [whole, await svg(id, { q: "name=web" }), await svg(id, { preset: "overview" }), await svg(id, { group: "type" }), await svg(id, { layout: "grid" }), await svg(id, { theme: "dark" })];
    expect(new Set(looks.map(({ etag }) => etag)).size).toBe(looks.length);
    expect(new Set(looks.map(({ text }) => text)).size).toBe(looks.length);
    expect(looks[1]?.text).not.toContain("orders");
    expect(looks[2]?.text).not.toContain("cellar");
    expect(looks[3]?.text).toContain("RDS instance");
  });

  test("has folded frames as one box, and leaves out what is hidden", async () => {
    const { id } = await create({ overlay: { collapsed: [subnet], hidden: [disk] } });
    const { text } = await svg(id);
    expect(text).not.toContain(">web<");
    expect(text).not.toContain("cellar");
    const json = JSON.parse(await (await call("/api/v1/diagrams/{id}/export", { params: { id }, query: { format: "json" } })).text()) as { resources: { id: string; parent: string }[] };
    expect(json.resources.map((resource) => resource.id).toSorted()).toEqual([vpc, subnet, machine, database].toSorted());
  });

  test.each<Record<string, string>>([{ layout: "spiral" }, { layoutOptions: "[1]" }, { layoutOptions: "{" }, { layoutOptions: '{"engine":"steam"}', layout: "hierarchical" }, { group: "galaxy" }, { q: 'name:"' }])("%j is refused", async (query) => {
    const { id } = await create({});
    const response = await call("/api/v1/diagrams/{id}/export", { params: { id }, query: { format: "svg", ...query } });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});
