import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { inventory } from "../../lib/core/resource/inventory";
import { graph } from "../../lib/core/api/graph";
import { problem } from "../../lib/core/api/problem";
import { terraformState } from "../../lib/scenarios/terraform-state";
import { azureFiles } from "../fixtures/same-estate-twice";
import { withServer } from "./with-server";

const { call } = await withServer({ CLOUDVIZ_MAX_IMPORT_MB: "1" });
const state = terraformState(30);

function render(query: Record<string, string>, body: RequestInit["body"] = state, headers: Record<string, string> = {}): Promise<Response> {
  return call("/api/v1/render", { method: "POST", query, body, headers });
}

async function refused(response: Response): Promise<{ status: number; code: string; detail: string }> {
  const { code, detail } = problem.parse(await response.json());
  return { status: response.status, code, detail };
}

describe("a file is drawn without being stored", () => {
  test("as SVG when nothing else is said, named for the file", async () => {
    const response = await render({ filename: "shop.tfstate", title: "Our shop" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(response.headers.get("content-disposition")).toBe('inline; filename="Our-shop.svg"');
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(await response.text()).toContain(">Our shop<");
  });

  test("in any format, with its options", async () => {
    const small = PNG.sync.read(Buffer.from(await (await render({ format: "png", scale: "1", legend: "false" })).arrayBuffer()));
    const large = PNG.sync.read(Buffer.from(await (await render({ format: "png", scale: "2", legend: "false", download: "true" })).arrayBuffer()));
    expect([large.width, large.height]).toEqual([2 * small.width, 2 * small.height]);
    const pdf = Buffer.from(await (await render({ format: "pdf", paper: "a3" })).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await (await render({ format: "mermaid" })).text()).toMatch(/^flowchart /);
  });

  test("only what a filter holds for, in the frames that are asked for", async () => {
    const { resources } = inventory.parse(await (await render({ format: "json", filter: "type:*::Subnet" })).json());
    expect(new Set(resources.map(({ type }) => type))).toEqual(new Set(["AWS::EC2::VPC", "AWS::EC2::Subnet"]));
    const grouped = await (await render({ format: "mermaid", group: "none" })).text();
    expect(grouped).not.toContain("subgraph");
    expect(await (await render({ format: "mermaid" })).text()).toContain("subgraph");
  });

  test("several at once are one graph", async () => {
    const form = new FormData();
    azureFiles.files.forEach(({ name, content }, index) => form.append(`file${index}`, new Blob([content]), name));
    const { resources } = inventory.parse(await (await render({ format: "json" }, form)).json());
    expect(resources.map(({ id }) => id).sort()).toEqual([...azureFiles.ids].sort());
  });

  test("and nothing of it is in the inventory", async () => {
    await render({});
    expect(graph.parse(await (await call("/api/v1/graph")).json()).resources).toEqual([]);
  });
});

describe("what cannot be drawn is told", () => {
  test.each([
    ["an unknown format", { format: "bmp" }, state, 400, "invalid-request", /no format "bmp".*svg, png/],
    ["an unknown option", { format: "svg", scale: "2" }, state, 400, "invalid-request", /SVG has no option "scale"/],
    ["a wrong option", { format: "png", scale: "7" }, state, 400, "invalid-request", /one of 1, 2, 3/],
    ["an unknown theme", { theme: "nope" }, state, 400, "invalid-request", /no theme "nope"/],
    ["an unknown layout", { layout: "nope" }, state, 400, "invalid-request", /no layout "nope"/],
    ["options of a layout that are no JSON", { layoutOptions: "{" }, state, 400, "invalid-request", /one JSON object/],
    ["a broken filter", { filter: "a AND" }, state, 400, "invalid-filter", /./],
    ["no body", {}, "", 400, "invalid-request", /The body is empty/],
    ["a file of no known kind", {}, "hello", 422, "unrecognised-file", /no file that CloudViz can read/],
    ["a broken file", {}, state.slice(0, -100), 422, "unreadable-file", /./],
    ["a file that is too large", {}, " ".repeat(1024 * 1024 + 1), 413, "too-large", /larger than 1 MB/],
  ])("%s", async (_, query, body, status, code, words) => {
    const told = await refused(await render(query, body));
    expect(told).toMatchObject({ status, code });
    expect(told.detail).toMatch(words);
  });

  test("a form that is cut off, and one without a file", async () => {
    expect(await refused(await render({}, "--x\r\nContent-Disp", { "content-type": "multipart/form-data; boundary=x" }))).toMatchObject({ status: 400, detail: expect.stringContaining("cannot be read") });
    const form = new FormData();
    form.append("title", "only words");
    expect(await refused(await render({}, form))).toMatchObject({ status: 400, detail: expect.stringContaining("holds 0 files") });
  });
});
