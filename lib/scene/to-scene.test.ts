import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { groupLevels } from "../core/diagram/group-levels";
import type { EdgeKind } from "../core/resource/edge";
import { edgeKinds } from "../core/resource/edge-kinds";
import type { Inventory } from "../core/resource/inventory";
import { themes, type Theme } from "../themes";
import type { MarkId } from "./box-marks";
import { cardTextRoomPx } from "./box-parts";
import { EstateBuilder } from "./fixtures/estate-builder";
import { hostileEstate } from "./fixtures/hostile";
import { threeTierEstate } from "./fixtures/three-tier";
import { glyphSprite } from "./glyphs/glyph-sprite";
import { glyphs } from "./glyphs/glyphs";
import { glyphIds } from "../catalogue";
import { buildView, type BuildViewOptions } from "./view/build-view";
import { hold, type LayoutInput, type Placement } from "./layout-input";
import { measureView } from "./measure-view";
import type { Scene, SceneBox } from "./scene";
import { toScene } from "./to-scene";
import { textWidth } from "./text/text-width";

/** Everything in one place: enough for what does not depend on places. */
function anywhere({ width, height, from }: LayoutInput): Placement {
  return {
    width: 100,
    height: 100,
    x: new Float64Array(width.length),
    y: new Float64Array(width.length),
    boxWidth: width,
    boxHeight: height,
    points: Float64Array.from({ length: 4 * from.length }, (_, index) => Number(index % 4 > 1)),
    pointStart: Int32Array.from({ length: from.length + 1 }, (_, line) => 2 * line),
  };
}

function sceneOf(inventory: Inventory, { theme = themes.professional, ...options }: Partial<BuildViewOptions> & { theme?: Theme } = {}): Scene {
  const built = buildView(inventory, { title: "Shop", levels: groupLevels, ...options });
  return toScene(built.view, anywhere(measureView(built.view)), theme, built);
}

function box(scene: Scene, title: string): SceneBox {
  const found = scene.boxes.find((candidate) => candidate.title.full === title);
  if (found === undefined) throw new Error(`no box is called ${title}`);
  return found;
}

describe("toScene", () => {
  const scene = sceneOf(threeTierEstate());

  it("nests by levels, parents first", () => {
    const seen = new Set<string>();
    for (const { id, parent } of scene.boxes) {
      if (parent !== null) expect(seen.has(parent), `${parent} before ${id}`).toBe(true);
      seen.add(id);
    }
    const path: (string | null)[] = [];
    for (let at: SceneBox | undefined = box(scene, "nat-eu-west-1a"); at !== undefined; at = scene.boxes.find(({ id }) => id === at?.parent)) path.push(at.level);
    expect(path).toEqual([null, "subnet", "network", "region", "account", "provider"]);
  });

  it("says what frames are, how much they hold, and which subnets the internet reaches", () => {
    expect(box(scene, "shop-production")).toMatchObject({ subtitle: { full: "VPC · 10.20.0.0/16" }, meta: { full: "16 resources" } });
    expect(box(scene, "public-eu-west-1a")).toMatchObject({ subtitle: { full: "10.20.0.0/24 · eu-west-1a" }, meta: { full: "public" } });
    expect(box(scene, "data-eu-west-1b").meta?.full).toBe("private");
    expect(box(scene, "123456789012").subtitle?.full).toBe("AWS account");
  });

  it("says type, size, state and the place that no frame tells", () => {
    expect(box(scene, "shop-web-01")).toMatchObject({ subtitle: { full: "EC2 instance" }, meta: { full: "m7g.large · running" } });
    expect(box(scene, "vol-0a1b2c3d4e01").meta?.full).toBe("gp3 · in-use · eu-west-1a");
    expect(sceneOf(threeTierEstate(), { levels: [] }).boxes.find(({ title }) => title.full === "resize-images")?.meta?.full).toBe("nodejs22.x · eu-west-1");
  });

  it("draws what is outside dashed, and the internet not", () => {
    expect(box(scene, "bastion")).toMatchObject({ isOutside: true, meta: { full: "not in the inventory" } });
    expect(box(scene, "bastion").style.dash).not.toBe("");
    expect(box(scene, "Internet")).toMatchObject({ isOutside: false, subtitle: null, glyph: "internet" });
  });

  it("marks what is open to the internet, and what is only inferred", () => {
    expect(scene.lines.find(({ from }) => from === "internet")?.style.stroke).toBe(themes.professional.exposed);
    const inferred = scene.lines.filter((line) => line.isDerived);
    expect(inferred.map((line) => line.style.dash)).toEqual(["2 4"]);
  });

  it("counts in the legend what is drawn, and nothing else", () => {
    const counted = (kind: string) => scene.legend.filter((entry) => entry.kind === kind).reduce((sum, { count }) => sum + count, 0);
    expect(counted("category")).toBe(scene.boxes.filter((candidate) => candidate.category !== null).length);
    expect(counted("edge")).toBe(scene.lines.length);
    expect(scene.legend.map(({ id }) => id)).toContain("exposed");
    expect(scene.legend.map(({ id }) => id)).not.toContain("encrypted-by");
  });

  it("uses the names people gave, and marks what has a note, another name, a fixed place, or is new", () => {
    const id = scene.boxes.find(({ title }) => title.full === "shop-access-logs")?.id ?? "";
    const edited = sceneOf(threeTierEstate(), { overlay: { names: { [id]: "Access logs" }, notes: { [id]: "Keep" }, places: { [id]: { x: 1, y: 1, pinned: true } } }, newSince: "2000-01-01T00:00:00.000Z" });
    const isIt = (candidate: SceneBox) => candidate.id === id;
    const isMarked = (candidate: SceneBox, id: MarkId) => candidate.marks.some(({ mark }) => mark.id === id);
    expect(edited.boxes.find(isIt)).toMatchObject({ title: { text: "Access logs" }, marks: ["new", "noted", "pinned", "renamed"].map((id) => ({ mark: { id } })) });
    for (const id of ["noted", "pinned", "renamed"] as const) expect(edited.boxes.filter((candidate) => isMarked(candidate, id))).toHaveLength(1);
    expect(edited.boxes.some((candidate) => candidate.isOutside && isMarked(candidate, "new"))).toBe(false);
    expect(scene.boxes.filter(({ marks }) => marks.length > 0)).toEqual([]);
  });

  it("marks what changed since the person looked, unless it is new or was never listed", () => {
    const { resources, edges } = threeTierEstate();
    const changedAt = "2026-02-01T00:00:00.000Z";
    const names = new Set(["shop-web-01", "bastion"]);
    const changed = new Map(resources.filter(({ name }) => names.has(name)).map(({ id }) => [id, changedAt]));
    expect(changed.size).toBe(2);
    const facts = { byId: new Map(resources.map((resource) => [resource.id, resource])), edges, changed };
    const marked = (newSince: string) => sceneOf(threeTierEstate(), { facts, newSince }).boxes.filter(({ marks }) => marks.some(({ mark }) => mark.id === "changed")).map(({ title }) => title.full);
    expect(marked("2026-01-20T00:00:00.000Z")).toEqual(["shop-web-01"]);
    expect(marked(changedAt)).toEqual([]);
    expect(marked("2000-01-01T00:00:00.000Z")).toEqual([]);
  });

  it("takes no name from what every object has", () => {
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    const [frame, card] = [estate.add("AWS::EC2::VPC", "network"), estate.add("AWS::EC2::Instance", "server")];
    const { resources, edges, ...rest } = estate.finish();
    const renamed: Record<string, string> = { [frame]: "constructor", [card]: "toString" };
    const ids = resources.map((resource) => ({ ...resource, id: renamed[resource.id] ?? resource.id, parent: resource.id === card ? "constructor" : null }));
    const drawn = sceneOf({ ...rest, resources: ids, edges });
    expect(drawn.boxes.slice(-2).map(({ kind, title }) => [kind, title.full])).toEqual([["frame", "network"], ["card", "server"]]);
  });

  it("marks what does not run as it should, on cards and not on open frames", () => {
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    const states = { ok: "running", stopped: "stopped", error: "failed" };
    const vpc = estate.add("AWS::EC2::VPC", "vpc");
    for (const [name, state] of Object.entries(states)) estate.add("AWS::EC2::Instance", name, { state, parent: vpc });
    const drawn = sceneOf(estate.finish());
    expect(drawn.boxes.flatMap(({ title, status, marks }) => marks.map(({ mark }) => [title.text, status, mark.id]))).toEqual([["error", "error", "error"], ["stopped", "stopped", "stopped"]]);
  });

  it("keeps words inside their boxes, whatever the names", () => {
    for (const { kind, title, subtitle, meta, width } of sceneOf(hostileEstate(), { theme: themes.dark }).boxes) {
      const isCard = kind === "card";
      expect(textWidth(title.text, isCard ? 13 : 12, 600)).toBeLessThanOrEqual(isCard ? cardTextRoomPx : width);
      for (const words of [subtitle, meta]) if (words !== null) expect(textWidth(words.text, 11)).toBeLessThanOrEqual(isCard ? cardTextRoomPx : width);
      if (!isCard) expect(width).toBeLessThanOrEqual(421);
    }
  });

  it("draws every kind of relationship", () => {
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    const [one, other] = [estate.add("AWS::S3::Bucket", "a"), estate.add("AWS::S3::Bucket", "b")];
    const kinds = (Object.keys(edgeKinds) as EdgeKind[]).filter((kind) => kind !== "contains");
    for (const kind of kinds) estate.tie(kind, one, other);
    const drawn = sceneOf(estate.finish());
    expect(drawn.lines.map(({ kind }) => kind)).toEqual(kinds);
    const looks = drawn.lines.map(({ style }) => JSON.stringify(style));
    expect(new Set(looks).size).toBe(looks.length);
  });

  it("refuses a placement that leaves something out", () => {
    const built = buildView(threeTierEstate(), { title: "t", levels: groupLevels });
    const nothing = anywhere(measureView(buildView({ resources: [], edges: [] }, { title: "t", levels: groupLevels }).view));
    expect(() => toScene(built.view, nothing, themes.dark, built)).toThrow(/another layout/);
  });

  it("is the same whatever the order of the inventory", () => {
    const { resources, edges } = threeTierEstate();
    const turned = buildView({ resources: resources.toReversed(), edges }, { title: "Shop", levels: groupLevels });
    const straight = buildView({ resources, edges }, { title: "Shop", levels: groupLevels });
    const cards = ({ ids, view }: typeof turned) => ids.slice(view.boxes.frames).toSorted();
    expect(cards(turned)).toEqual(cards(straight));
  });

  it("keeps the places of boxes that are still there", () => {
    const estate = threeTierEstate();
    const id = estate.resources.find(({ name }) => name === "shop-access-logs")?.id ?? "";
    const { view, ids } = buildView(estate, { title: "t", levels: groupLevels, overlay: { names: {}, notes: {}, places: { [id]: { x: 5, y: 7, pinned: true }, gone: { x: 1, y: 1, pinned: true } } } });
    const box = ids.indexOf(id);
    expect([view.kept?.x[box], view.kept?.y[box], view.kept?.hold[box]]).toEqual([5, 7, hold.pinned]);
    expect(view.kept?.hold.reduce((sum, value) => sum + value, 0)).toBe(hold.pinned);
  });

  it("draws nothing from nothing", () => {
    expect(sceneOf({ resources: [], edges: [], coverage: [] })).toMatchObject({ boxes: [], lines: [], legend: [] });
  });
});

describe("glyphs", () => {
  it("are the same in the sprite that pages use", () => {
    const sprite = readFileSync(new URL("../../public/icons/cv.svg", import.meta.url), "utf8");
    expect(sprite, "run: npx tsx scripts/generate-icon-sprite.ts").toBe(glyphSprite());
  });

  it.each(glyphIds)("%s is path data inside its square", (id) => {
    expect(glyphs[id]).toMatch(/^M[-0-9.a-zA-Z ]+$/);
    for (const [, x, y] of glyphs[id].matchAll(/M([\d.]+) ([\d.]+)/g)) {
      expect(Number(x)).toBeLessThanOrEqual(24);
      expect(Number(y)).toBeLessThanOrEqual(24);
    }
  });
});
