import type { Found } from "../../../../../core/resource/collected";
import type { Asset } from "../asset";
import type { AssetValue } from "../asset-values";
import { collectAsset } from "../collect-asset";
import { AssetNames } from "../names/asset-names";
import { NetworkTags } from "../network-tags";

/** All assets of a discovery or a file, as their readers go over them: once to learn their names, once to collect them. */
export function collectAssets(assets: readonly Asset[], takenOut: readonly AssetValue[] = []): Found[] {
  const names = new AssetNames();
  const tags = new NetworkTags();
  for (const asset of assets) names.learn(asset);
  const origin = { kind: "live", address: null, merged: [] };
  return assets.flatMap((asset) => [collectAsset(asset, { collector: "assets", origin, names, takenOut }), ...tags.add(asset, names, "assets")]);
}
