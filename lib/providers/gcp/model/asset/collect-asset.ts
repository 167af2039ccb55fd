import type { CollectedResource } from "../../../../core/resource/collected";
import type { Origin } from "../../../../core/resource/resource";
import { aliasesOf } from "./aliases";
import type { Asset } from "./asset";
import type { AssetNames } from "./names/asset-names";
import { AssetValues } from "./asset-values";
import type { AssetValue } from "./asset-values";
import { containersOf } from "./containment";
import { draftOf } from "./draft";
import { policyReferences } from "./policy-references";
import { referencesInTakenOut, referencesOf } from "./references";
import { relationshipReferences } from "./relationships";
import { typeName } from "./names/type-name";

export interface CollectAsset {
  collector: string;
  origin: Origin;
  names: AssetNames;
  /** Texts that were taken out of the asset with its secrets, by their path in it: only hosts, addresses and names in them are looked at. */
  takenOut?: readonly AssetValue[];
}

/** An asset without secrets as `link` takes it. An asset that carries a policy or relationships only gives the name and those edges. */
export function collectAsset(asset: Asset, { collector, origin, names, takenOut = [] }: CollectAsset): CollectedResource {
  const type = typeName(asset.type);
  const id = names.spell(asset.name);
  const data = asset.data ?? {};
  const values = new AssetValues(data);
  const resource = draftOf(asset, type, id, values, names, origin);
  const containers = containersOf(asset, id, names);
  return {
    kind: "resource",
    collector,
    resource,
    aliases: aliasesOf(asset, type, id, resource.name, values, names),
    refs: [
      ...containers,
      ...referencesOf(type, { id, project: resource.account, values, data }, containers, names),
      ...referencesInTakenOut(takenOut, id, names),
      ...policyReferences(asset, type),
      ...relationshipReferences(asset, type, names),
    ],
  };
}
