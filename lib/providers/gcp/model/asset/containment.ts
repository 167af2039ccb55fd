import type { Ref } from "../../../../core/resource/collected";
import type { Asset } from "./asset";
import type { AssetNames } from "./names/asset-names";

const manager = "//cloudresourcemanager.googleapis.com/";

/** What an asset stands in: the project, folder or organisation nearest to it, and the resource that it is a part of. Only what is listed counts. */
export function containersOf(asset: Asset, id: string, names: AssetNames): Ref[] {
  return [holderOf(asset, id, names), ownerOf(asset, id, names)].flatMap((found) =>
    found === null || found.name === id ? [] : [{ kind: "contains" as const, target: found.name, path: found.path, direction: "in" as const, outside: false }],
  );
}

interface Container {
  name: string;
  path: string;
}

function holderOf(asset: Asset, id: string, names: AssetNames): Container | null {
  const ancestors = asset.ancestors.map((ancestor) => ({ name: manager + ancestor, path: "ancestors[]" }));
  const inParent = asset.parent?.startsWith(manager) === true ? [{ name: asset.parent, path: "resource.parent" }] : [];
  // An App Engine application is named after its project.
  const inName = /^\/\/[^/]+\/((?:projects|folders|organizations)\/[^/]+)\//.exec(asset.name.replace(/^(\/\/appengine\.googleapis\.com\/)apps\/([^/]+).*/, "$1projects/$2/"))?.[1];
  const all = [...inParent, ...ancestors, ...parentInData(asset), ...(inName === undefined ? [] : [{ name: manager + inName, path: "name" }])];
  const others = all.map(({ name, path }) => ({ name: names.spell(name), path })).filter(({ name }) => name !== id);
  // Some exports begin the ancestors above the project.
  return others.find(({ name }) => name.startsWith(`${manager}projects/`)) ?? others[0] ?? null;
}

/** Folders say `"parent": "folders/4"`, projects `"parent": {"type": "folder", "id": "4"}`. */
function parentInData({ type, data }: Asset): Container[] {
  const parent = data?.parent;
  if (parent === undefined || parent === null || !type.startsWith("cloudresourcemanager.")) return [];
  if (typeof parent === "string") return [{ name: manager + parent, path: "resource.data.parent" }];
  const { type: kind, id } = Array.isArray(parent) || typeof parent !== "object" ? {} : parent;
  return typeof kind === "string" && typeof id === "string" ? [{ name: `${manager}${kind}s/${id}`, path: "resource.data.parent" }] : [];
}

function ownerOf(asset: Asset, id: string, names: AssetNames): Container | null {
  if (asset.parent !== null && !asset.parent.startsWith(manager)) return { name: names.spell(asset.parent), path: "resource.parent" };
  const owner = ownerInName(id);
  return owner === null ? null : { name: owner, path: "name" };
}

/** `…/instances/i/databases/d` → `…/instances/i`; null for what lies in a project, a place or nowhere. */
function ownerInName(name: string): string | null {
  // In clusters the group of an API stands between: `…/clusters/c/k8s/nodes/n`, `…/rbac.authorization.k8s.io/roles/r`.
  const owner = name.replace(/\/[^/]+\/[^/]+$/, "").replace(/\/(?:k8s|[a-z.]+\.k8s\.io)$/, "");
  const isPlace = /^\/\/[^/]+(?:\/[^/]+)?$|^\/\/[^/]+\/(?:projects|folders|organizations)\/[^/]+(?:\/global|\/(?:locations|regions|zones)\/[^/]+)?$/.test(owner);
  return isPlace || owner === name ? null : owner;
}
