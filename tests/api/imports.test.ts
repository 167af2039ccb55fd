import { describe, expect, test } from "vitest";
import { graph, type Graph } from "../../lib/core/api/graph";
import { importAnswer } from "../../lib/core/api/imports";
import { problem } from "../../lib/core/api/problem";
import { azureFiles, googleFiles, type EstateInFiles } from "../fixtures/same-estate-twice";
import { withServer } from "./with-server";

const { call } = await withServer({ CLOUDVIZ_MAX_IMPORT_MB: "1" });

function upload(content: string, filename: string): Promise<Response> {
  return call("/api/v1/imports", { method: "POST", body: content, query: { filename }, headers: { "content-type": "application/octet-stream" } });
}

async function importAll(files: EstateInFiles["files"]): Promise<string[]> {
  const connections: string[] = [];
  for (const { name, content } of files) {
    const response = await upload(content, name);
    expect(response.status).toBe(201);
    connections.push(importAnswer.parse(await response.json()).connection.id);
  }
  return connections;
}

async function wholeGraph(): Promise<Graph> {
  return graph.parse(await (await call("/api/v1/graph")).json());
}

async function remove(connections: readonly string[]): Promise<void> {
  for (const id of connections) await call("/api/v1/connections/{id}", { method: "DELETE", params: { id } });
}

describe("several imports become one graph", () => {
  const estates: [string, EstateInFiles][] = [["a Terraform state and a Resource Graph export", azureFiles], ["a Terraform state and an export of Cloud Asset", googleFiles]];
  const both = estates.flatMap(([name, estate]) => [[`${name}`, estate, estate.files], [`${name}, the other way round`, estate, estate.files.toReversed()]] as const);

  test.each(both)("%s", async (_name, { ids, edges }, files) => {
    const connections = await importAll(files);
    const drawn = await wholeGraph();
    expect(drawn.resources.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(drawn.edges.map(({ id }) => id)).toEqual(expect.arrayContaining([...edges]));
    await remove(connections);
  });
});

describe("what the API gives can be imported again", () => {
  test("an answer of GET /api/v1/graph gives the graph that it was", async () => {
    const connections = await importAll(azureFiles.files);
    const before = await wholeGraph();
    await remove(connections);
    const again = await importAll([{ name: "graph.json", content: JSON.stringify(before) }]);
    const after = await wholeGraph();
    const told = ({ resources, edges }: Graph) => ({ resources: resources.map(({ firstSeenAt: _first, lastSeenAt: _last, origin, ...rest }) => ({ ...rest, address: origin?.address })), edges });
    expect(told(after).resources).toEqual(expect.arrayContaining(told(before).resources));
    expect(after.resources).toHaveLength(before.resources.length);
    expect(after.edges.map(({ id }) => id).sort()).toEqual(before.edges.map(({ id }) => id).sort());
    expect(new Set(after.resources.map(({ origin }) => origin?.kind))).toEqual(new Set(["cloudviz-json"]));
    await remove(again);
  });
});

describe("a file that is too large", () => {
  test.each(["resources.json", "assets.json", "diagram.json", "plan.json", "azuredeploy.json"])("%s is refused with the way out", async (name) => {
    const response = await upload(`[${" ".repeat(1024 * 1024)}]`, name);
    expect(response.status).toBe(413);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { code, detail } = problem.parse(await response.json());
    expect(code).toBe("too-large");
    expect(detail).toMatch(/larger than 1 MB.*CLOUDVIZ_MAX_IMPORT_MB/);
  });
});
