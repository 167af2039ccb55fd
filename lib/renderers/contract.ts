import { expect, it } from "vitest";
import { groupLevels } from "../core/diagram/group-levels";
import type { Inventory } from "../core/resource/inventory";
import { placePacked } from "../layouts/packed/place-packed";
import { EstateBuilder } from "../scene/fixtures/estate-builder";
import { hostileEstate } from "../scene/fixtures/hostile";
import { threeTierEstate } from "../scene/fixtures/three-tier";
import { buildView } from "../scene/view/build-view";
import { measureView } from "../scene/measure-view";
import type { Scene } from "../scene/scene";
import { toScene } from "../scene/to-scene";
import { themeIds, themeOf } from "../themes";
import { loadRenderer } from ".";
import type { Output, Renderer, SceneRenderer } from "./renderer";

export function sceneOf(inventory: Inventory, theme = "professional", title = "Shop"): Scene {
  const built = buildView(inventory, { title, levels: groupLevels });
  return toScene(built.view, placePacked(measureView(built.view)), themeOf(theme), built);
}

const nothing: Inventory = { resources: [], edges: [], coverage: [] };

/** Scenes that every renderer must survive. */
export const scenes: Record<string, () => Scene> = {
  "nothing at all": () => sceneOf(nothing),
  "one card": () => {
    const estate = new EstateBuilder({ provider: "aws", account: "", region: null });
    estate.add("AWS::S3::Bucket", "logs");
    return sceneOf(estate.finish());
  },
  ...Object.fromEntries(themeIds.map((theme) => [`a three-tier estate, ${theme}`, () => sceneOf(threeTierEstate(), theme)])),
  "hostile names": () => sceneOf(hostileEstate(), "professional", '</title><script>alert(1)</script>"'),
};

/** What every renderer promises. `check` looks at the bytes with the format's own reader. `options` where those that nobody chose would take long. */
export function rendererContract(id: string, check: (output: Output, scene: Scene) => void | Promise<void>, options: Readonly<Record<string, unknown>> = {}): void {
  for (const [name, make] of Object.entries(scenes)) {
    it(`draws ${name}, readable by its own reader and the same twice`, async () => {
      const renderer = await loadSceneRenderer(id);
      const scene = make();
      const before = structuredClone(scene);
      const output = await renderer.render(scene, renderer.options.parse(options));
      // Vitest compares bytes one by one, at 10 MB a second.
      expect(Buffer.from(await renderer.render(make(), renderer.options.parse(options))).equals(Buffer.from(output)), "the same twice").toBe(true);
      expect(scene).toEqual(before);
      expect(output.length).toBeGreaterThan(0);
      await check(output, scene);
    });
  }
}

async function loadSceneRenderer(id: string): Promise<SceneRenderer> {
  const renderer = await loadRenderer(id);
  if (renderer.reads !== "scene") throw new Error(`${id} draws no scene`);
  return renderer;
}

/** Inventories that every list must survive. */
const inventories: Record<string, () => Inventory> = {
  "nothing at all": () => nothing,
  "a three-tier estate": threeTierEstate,
  "hostile names": hostileEstate,
};

/** What every format that lists resources promises. `check` looks at the bytes with the format's own reader. */
export function inventoryContract(load: () => Promise<Renderer>, check: (output: Output, inventory: Inventory) => void | Promise<void>): void {
  for (const [name, make] of Object.entries(inventories)) {
    it(`lists ${name}, readable by its own reader and the same twice`, async () => {
      const renderer = await load();
      if (renderer.reads !== "inventory") throw new Error(`${renderer.id} lists no inventory`);
      const inventory = { title: '</title><script>alert(1)</script>"', ...make() };
      const before = structuredClone(inventory);
      const output = await renderer.render(inventory, renderer.options.parse({}));
      expect(await renderer.render({ ...inventory, ...make() }, renderer.options.parse({}))).toEqual(output);
      expect(inventory).toEqual(before);
      expect(output.length).toBeGreaterThan(0);
      await check(output, inventory);
    });
  }
}

/** Of a format that is text. */
export function textOf(output: Output): string {
  return typeof output === "string" ? output : new TextDecoder().decode(output);
}
