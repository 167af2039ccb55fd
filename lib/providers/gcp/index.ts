import { CloudVizError } from "../../core/error";
import type { OpenedAccount, Provider } from "../provider";
import { containerCollectors, containerTypes, projectCollectors } from "./collectors";
import { gcpCredentials, gcpSettings } from "./connection-schema";
import type { GcpCredentials, GcpSettings } from "./connection-schema";
import { connectError } from "./errors";
import { readAsset } from "./model/asset/asset";
import { AssetNames } from "./model/asset/names/asset-names";
import { NetworkTags } from "./model/asset/network-tags";
import { openSession, type GcpSession } from "./session";

export const gcp: Provider<GcpCredentials, GcpSettings> = {
  id: "gcp",
  label: "Google Cloud",
  credentials: gcpCredentials,
  settings: gcpSettings,
  async connect(credentials, settings, signal) {
    const session = openSession(credentials, settings);
    try {
      const names = new AssetNames();
      const tags = new NetworkTags();
      const scopes = settings.scopes ?? [await ownScope(session)];
      const projects = new Map<string, string>();
      for (const scope of scopes) for (const id of await findProjects(session, scope, names, signal)) projects.set(id, `projects/${id}`);
      const above = scopes.filter((scope) => !scope.startsWith("projects/"));
      return {
        provider: "gcp",
        title: scopes.length === 1 ? (scopes[0] ?? "").replace(/^projects\//, "") : `${projects.size} projects`,
        accounts: [
          ...above.map((parent) => placeOf(parent, containerCollectors({ session, names, tags, parent }))),
          ...Array.from(projects, ([id, parent]) => placeOf(id, projectCollectors({ session, names, tags, parent }, settings))),
        ],
        close: () => session.close(),
      };
    } catch (error) {
      session.close();
      throw connectError(signal.aborted ? signal.reason : error, credentials);
    }
  },
};

/** Cloud Asset Inventory answers for all regions at once. */
function placeOf(id: string, collectors: OpenedAccount["collectors"]): OpenedAccount {
  return { id, regions: [], disabledRegions: [], collectors };
}

async function ownScope(session: GcpSession): Promise<string> {
  const project = await session.ownProject();
  if (project !== null) return `projects/${project}`;
  throw new CloudVizError("invalid-request", "The credentials name no project. Name what to look at: projects/<id>, folders/<number> or organizations/<number>.");
}

/** The ids of the projects in a scope that are not on their way to be deleted. */
async function findProjects(session: GcpSession, scope: string, names: AssetNames, signal: AbortSignal): Promise<string[]> {
  const found: string[] = [];
  for await (const row of session.list(scope, "RESOURCE", { assetTypes: containerTypes, signal })) {
    const asset = readAsset(row);
    if (asset === null) continue;
    names.learn(asset);
    const { projectId, lifecycleState, state } = asset.data ?? {};
    if (typeof projectId === "string" && (lifecycleState ?? state ?? "ACTIVE") === "ACTIVE") found.push(projectId);
  }
  return found.length > 0 || !scope.startsWith("projects/") ? found : [scope.slice("projects/".length)];
}
