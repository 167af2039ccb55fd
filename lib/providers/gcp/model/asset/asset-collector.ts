import type { Collected } from "../../../../core/resource/collected";
import type { Asset } from "./asset";
import { AssetNames } from "./names/asset-names";
import type { AssetValue } from "./asset-values";
import { collectAsset } from "./collect-asset";
import type { CollectAsset } from "./collect-asset";
import { NetworkTags } from "./network-tags";

/**
 * A stream of assets, of one or several contents, as `link` takes it: first `learn` for every asset (a file is read twice; the
 * API's projects and one page are enough), then `collect` for each, at last `finish` once. Assets may come in any order.
 */
export class AssetCollector {
  readonly #names = new AssetNames();
  readonly #tags = new NetworkTags();
  /** Name-only assets come last: of two sightings the first decides the name, and these know the least. */
  readonly #bare: Collected[] = [];
  readonly #options: Pick<CollectAsset, "collector" | "origin">;

  constructor(options: Pick<CollectAsset, "collector" | "origin">) {
    this.#options = options;
  }

  learn(asset: Asset): void {
    this.#names.learn(asset);
  }

  collect(asset: Asset, takenOut: readonly AssetValue[] = []): Collected[] {
    this.#names.learn(asset);
    const collected = collectAsset(asset, { ...this.#options, names: this.#names, takenOut });
    if (asset.data !== null) return [collected, ...this.#tags.add(asset, this.#names, this.#options.collector)];
    this.#bare.push(collected);
    return [];
  }

  finish(): Collected[] {
    return this.#bare;
  }
}
