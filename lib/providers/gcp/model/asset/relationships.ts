import type { Ref } from "../../../../core/resource/collected";
import { compute } from "../compute-types";
import type { Asset } from "./asset";
import type { AssetNames } from "./names/asset-names";
import { typeName } from "./names/type-name";

type Relation = Pick<Ref, "kind" | "direction">;

/** What a resource has to do with another of this type, where the inventory says only that it has. */
const relations: Record<string, Relation> = {
  [compute.network]: { kind: "connects-to" },
  [compute.subnetwork]: { kind: "connects-to" },
  [compute.instanceGroupManager]: { kind: "managed-by" },
  [compute.resourcePolicy]: { kind: "managed-by" },
  [compute.securityPolicy]: { kind: "secured-by" },
  [compute.firewallPolicy]: { kind: "secured-by" },
  [compute.backendService]: { kind: "routes-to" },
  [compute.urlMap]: { kind: "routes-to" },
  "cloudkms.googleapis.com/CryptoKey": { kind: "encrypted-by" },
  "iam.googleapis.com/ServiceAccount": { kind: "assumes" },
  "container.googleapis.com/Cluster": { kind: "contains", direction: "in" },
};

/** `holder related` → the relation; the same that the resources' own fields give. */
const pairs: Record<string, Relation> = {
  [`${compute.instance} ${compute.instanceGroup}`]: { kind: "routes-to", direction: "in" },
  [`${compute.instance} ${compute.subnetwork}`]: { kind: "contains", direction: "in" },
  [`${compute.subnetwork} ${compute.network}`]: { kind: "contains", direction: "in" },
};

export function relationshipReferences(asset: Asset, type: string, names: AssetNames): Ref[] {
  return asset.related.map(({ name, type: relatedType }) => {
    const other = typeName(relatedType);
    const relation = pairs[`${type} ${other}`] ?? relations[other] ?? { kind: "depends-on" };
    return { ...relation, target: names.spell(name), path: "relatedAsset.asset", outside: false };
  });
}
