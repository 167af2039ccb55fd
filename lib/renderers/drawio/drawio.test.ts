import { inflateRawSync } from "node:zlib";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { describeType } from "../../catalogue";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import { hostileEstate } from "../../scene/fixtures/hostile";
import type { Scene } from "../../scene/scene";
import { foldedScene } from "../__fixtures__/edited-scenes";
import { rendererContract, sceneOf, textOf } from "../contract";
import { drawio } from "./drawio";
import { awsStencils } from "./stencils/aws";
import { azureStencils } from "./stencils/azure";
import { gcpStencils } from "./stencils/gcp";

interface Cell {
  id: string;
  value: string;
  style: string;
  parent: string;
  source?: string;
  target?: string;
  vertex?: string;
  edge?: string;
}

/** All cells, with draw.io's own rules checked. */
function read(text: string): Cell[] {
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", parseAttributeValue: false, isArray: (name) => name === "mxCell" || name === "UserObject" });
  const { mxfile } = parser.parse(text) as { mxfile: { diagram: { mxGraphModel: { root: { mxCell: Cell[]; UserObject?: { id: string; label: string; mxCell: Cell[] }[] } } } } };
  const { mxCell, UserObject = [] } = mxfile.diagram.mxGraphModel.root;
  const cells = [...mxCell, ...UserObject.map(({ id, label, mxCell: [inner] }) => ({ ...inner, id, value: label }) as Cell)];
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  expect(byId.size).toBe(cells.length);
  for (const cell of cells) {
    if (cell.id === "0") continue;
    expect(byId.has(cell.parent)).toBe(true);
    if (!["0", "1"].includes(cell.parent)) expect(byId.get(cell.parent)?.style).toContain("container=1;");
    if (cell.edge === "1") for (const end of [cell.source, cell.target]) expect(byId.get(end ?? "")?.vertex).toBe("1");
  }
  return cells;
}

async function draw(scene: Scene, chosen: object = {}): Promise<string> {
  return textOf(await drawio.render(scene, drawio.options.parse(chosen)));
}

function expectAll(cells: readonly Cell[], { boxes, lines }: Scene): void {
  expect(cells.filter(({ id }) => /^n\d+$/.test(id))).toHaveLength(boxes.length);
  expect(cells.filter(({ edge }) => edge === "1")).toHaveLength(lines.length);
  const numbers = new Map(boxes.map(({ id }, number) => [id, `n${number + 1}`]));
  for (const [number, { parent }] of boxes.entries()) expect(cells.find(({ id }) => id === `n${number + 1}`)?.parent).toBe(parent === null ? "1" : numbers.get(parent));
}

describe("drawio", () => {
  rendererContract("drawio", (output, scene) => expectAll(read(textOf(output)), scene));

  it("says the same compressed as draw.io compresses", async () => {
    const scene = sceneOf(hostileEstate());
    const plain = await draw(scene);
    const packed = await draw(scene, { compressed: true });
    const content = />([A-Za-z0-9+/=]+)<\/diagram>/.exec(packed)?.[1] ?? "";
    const model = decodeURIComponent(inflateRawSync(Buffer.from(content, "base64")).toString());
    expect(plain).toContain(model);
    expect(packed.length).toBeLessThan(plain.length / 2);
  });

  it("writes names as text in labels that are HTML, and none into a style", async () => {
    const cells = read(await draw(sceneOf(hostileEstate())));
    for (const { style = "", value = "" } of cells) {
      expect(value.replace(/<\/?b>|<br>|<\/font>|<font style="font-size:\d+px" color="#[0-9a-f]{6}">/g, "")).not.toMatch(/[<>]/);
      expect(style).toMatch(/^$|^([a-zA-Z]+=[^;="<>]*(=+)?;)+$/);
    }
  });

  it("leaves out title and legend when told, and draws a folded frame as sheets", async () => {
    const cells = read(await draw(foldedScene(), { header: false, legend: false }));
    expect(cells.filter(({ id }) => /^(title|k\d)/.test(id))).toEqual([]);
    expect(cells.filter(({ id }) => /^n\d+s\d$/.test(id))).toHaveLength(2);
    expect(cells.find(({ edge }) => edge === "1")?.value).toBe("×3 ?");
  });

  it("takes draw.io's stencils for types that the catalogue knows, and our glyph for others", async () => {
    for (const type of Object.keys({ ...awsStencils, ...azureStencils, ...gcpStencils })) expect(describeType(type).glyph, type).not.toBe("unknown");
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    estate.add("AWS::EC2::Instance", "web");
    estate.add("Microsoft.Compute/virtualMachines", "vm");
    estate.add("compute.googleapis.com/Instance", "gce");
    estate.add("constructor", "other");
    const text = await draw(sceneOf(estate.finish()));
    for (const name of ["resIcon=mxgraph.aws4.ec2;", "image=img/lib/azure2/compute/Virtual_Machine.svg;", "prIcon=compute_engine;", "image=data:image/svg+xml,"]) expect(text).toContain(name);
  });

  it("nests 100 levels", async () => {
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    let parent: string | null = null;
    for (let level = 0; level < 100; level++) parent = estate.add("AWS::ECS::Cluster", `level ${level}`, { parent });
    const scene = sceneOf(estate.finish());
    expectAll(read(await draw(scene)), scene);
  });
});
