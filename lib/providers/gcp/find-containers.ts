import { containerTypes } from "./collectors";
import { readAsset } from "./model/asset/asset";
import type { AssetNames } from "./model/asset/names/asset-names";
import type { GcpSession } from "./session";

export interface Containers {
  /** Id → what people call it. Without those that are on their way to be deleted. */
  projects: Map<string, string>;
  /** `folders/1`, `organizations/1` → what people call it. */
  above: Map<string, string>;
}

/** The projects and folders in all scopes; `names` learns the numbers of the projects. A project that was asked for is there although nothing tells of it. */
export async function findContainers(session: GcpSession, scopes: readonly string[], names: AssetNames, signal: AbortSignal): Promise<Containers> {
  const containers: Containers = { projects: new Map(), above: new Map() };
  for (const scope of scopes) {
    let isEmpty = true;
    for await (const row of session.list(scope, "RESOURCE", { assetTypes: containerTypes, signal })) {
      const asset = readAsset(row);
      if (asset === null) continue;
      names.learn(asset);
      const { projectId, lifecycleState, state, displayName, name } = asset.data ?? {};
      const title = [displayName, name].find((text) => typeof text === "string" && text !== "");
      isEmpty &&= typeof projectId !== "string";
      if (typeof projectId !== "string") containers.above.set(asset.name.replace(/^\/\/[^/]+\//, ""), String(title ?? asset.name));
      else if ((lifecycleState ?? state ?? "ACTIVE") === "ACTIVE") containers.projects.set(projectId, String(title ?? projectId));
    }
    const asked = /^projects\/(.+)$/.exec(scope)?.[1];
    if (asked !== undefined && isEmpty) containers.projects.set(asked, asked);
  }
  return containers;
}
