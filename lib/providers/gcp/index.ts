import { CloudVizError } from "../../core/error";
import type { OpenedAccount, Provider } from "../provider";
import { wholeAccount } from "../whole-account";
import { containerCollectors, projectCollectors, unseenCollectors } from "./collectors";
import { gcpCredentials, gcpSettings } from "./connection-schema";
import type { GcpCredentials, GcpSettings } from "./connection-schema";
import { connectError } from "./errors";
import { findContainers, type Containers } from "./find-containers";
import { AssetNames } from "./model/asset/names/asset-names";
import { NetworkTags } from "./model/asset/network-tags";
import { openSession, type GcpSession } from "./session";
import { gcpSetup } from "./setup";

export const gcp: Provider<GcpCredentials, GcpSettings> = {
  id: "gcp",
  label: "Google Cloud",
  credentials: gcpCredentials,
  settings: gcpSettings,
  setup: gcpSetup,
  async connect(credentials, settings, signal) {
    const session = openSession(credentials, settings);
    try {
      const names = new AssetNames();
      const tags = new NetworkTags();
      const scopes = settings.scopes ?? [await ownScope(session)];
      const containers = await findContainers(session, scopes, names, signal);
      const { seen, unseen } = choose(containers, settings);
      const above = scopes.filter((scope) => !scope.startsWith("projects/"));
      return {
        provider: "gcp",
        title: scopes.length === 1 && settings.projects === null ? nameOf(scopes[0] ?? "", containers) : `${seen.length} projects`,
        accounts: [
          ...above.map((parent) => wholeAccount({ id: parent, kind: kindOf(parent), name: nameOf(parent, containers), collectors: containerCollectors({ session, names, tags, parent }) })),
          ...seen.map(([id, name]) => wholeAccount({ id, kind: "project", name, collectors: projectCollectors({ session, names, tags, parent: `projects/${id}` }, settings) })),
          ...unseen.map((id) => wholeAccount({ id, kind: "project", name: id, collectors: unseenCollectors() })),
        ],
        close: () => session.close(),
      };
    } catch (error) {
      session.close();
      throw connectError(signal.aborted ? signal.reason : error, credentials);
    }
  },
};

async function ownScope(session: GcpSession): Promise<string> {
  const project = await session.ownProject();
  if (project !== null) return `projects/${project}`;
  throw new CloudVizError("invalid-request", "The credentials name no project. Name what to look at: projects/<id>, folders/<number> or organizations/<number>.");
}

/** A chosen one that is not there is told as not seen, and the others are looked at: it may be deleted while a connection goes on. */
function choose({ projects }: Containers, { projects: chosen }: GcpSettings): { seen: readonly [id: string, name: string][]; unseen: readonly string[] } {
  if (chosen === null) return { seen: [...projects], unseen: [] };
  const seen = [...projects].filter(([id]) => chosen.includes(id));
  if (seen.length > 0) return { seen, unseen: chosen.filter((id) => !projects.has(id)) };
  throw new CloudVizError("invalid-request", `None of the chosen projects is in what is looked at. In it are: ${[...projects.keys()].slice(0, 20).join(", ") || "none"}.`);
}

function kindOf(scope: string): OpenedAccount["kind"] {
  return scope.startsWith("organizations/") ? "organization" : "folder";
}

function nameOf(scope: string, { projects, above }: Containers): string {
  const id = scope.replace(/^projects\//, "");
  return projects.get(id) ?? above.get(scope) ?? id;
}
