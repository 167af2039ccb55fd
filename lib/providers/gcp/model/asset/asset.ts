import { z } from "zod";
import type { JsonObject, JsonValue } from "../../../../core/json";

/** A role and who has it, as an IAM policy lists them. */
export interface Binding {
  role: string;
  members: string[];
}

/** Another asset that the inventory itself says this one is related to. */
export interface RelatedAsset {
  name: string;
  type: string;
}

/**
 * One asset of Cloud Asset Inventory, whichever of its two spellings it came in. `ancestors` runs from the nearest to the
 * organisation (`projects/123`, `folders/4`, `organizations/5`). `data` is null where only the name is told: other contents
 * than RESOURCE, or a type whose data the inventory does not give.
 */
export interface Asset {
  name: string;
  type: string;
  ancestors: string[];
  parent: string | null;
  location: string | null;
  data: JsonObject | null;
  bindings: Binding[];
  related: RelatedAsset[];
}

// The values below are JSON by the type of what `readAsset` takes: walking them once more would cost as much as everything else.
const object = z.custom<JsonObject>((value) => value !== null && typeof value === "object" && !Array.isArray(value));
const text = z.string().optional().catch(undefined);

const resource = z.looseObject({ data: object.optional().catch(undefined), parent: text, location: text }).optional().catch(undefined);
const binding = z.looseObject({ role: z.string(), members: z.array(z.string()) });
const policy = z.looseObject({ bindings: z.array(binding.nullable().catch(null)).optional().catch(undefined) }).optional().catch(undefined);
const relatedAsset = z.looseObject({ asset: z.string(), assetType: text, asset_type: text });
const related = relatedAsset.optional().catch(undefined);
const relatedAssets = z.looseObject({ assets: z.array(relatedAsset).optional().catch(undefined) }).optional().catch(undefined);

const assetSchema = z.looseObject({
  name: z.string().startsWith("//"),
  assetType: text,
  asset_type: text,
  ancestors: z.array(z.string()).optional().catch(undefined),
  ancestryPath: text,
  ancestry_path: text,
  resource,
  iamPolicy: policy,
  iam_policy: policy,
  relatedAsset: related,
  related_asset: related,
  relatedAssets,
  related_assets: relatedAssets,
});

/** An asset as the API, its clients or `gcloud asset export` write it; null for what has no name or type. Unknown keys pass. */
export function readAsset(value: JsonValue): Asset | null {
  const parsed = assetSchema.safeParse(value);
  if (!parsed.success) return null;
  const read = parsed.data;
  const type = read.assetType ?? read.asset_type;
  if (type === undefined || type === "") return null;
  const others = [read.relatedAsset, read.related_asset, ...(read.relatedAssets?.assets ?? []), ...(read.related_assets?.assets ?? [])];
  return {
    name: read.name,
    type,
    ancestors: read.ancestors ?? ancestorsOf(read.ancestryPath ?? read.ancestry_path ?? ""),
    parent: read.resource?.parent || null,
    location: read.resource?.location || null,
    data: read.resource?.data ?? null,
    bindings: (read.iamPolicy ?? read.iam_policy)?.bindings?.filter((each) => each !== null) ?? [],
    related: others.flatMap((other) => (other === undefined ? [] : [{ name: other.asset, type: other.assetType ?? other.asset_type ?? "" }])),
  };
}

/** `organization/5/folder/4/project/p` → `projects/p`, `folders/4`, `organizations/5`; what the file's writer did not know is left out. */
function ancestorsOf(path: string): string[] {
  const found = path.matchAll(/(organization|folder|project)s?\/([^/]+)/g);
  return Array.from(found, ([, kind = "", id = ""]) => ({ kind, id })).filter(({ id }) => id !== "unknown").map(({ kind, id }) => `${kind}s/${id}`).reverse();
}
