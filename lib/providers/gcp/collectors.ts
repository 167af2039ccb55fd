import type { Found } from "../../core/resource/collected";
import { withoutSecrets } from "../../secrets/without-secrets";
import { NotIndexed } from "../not-indexed";
import type { CallFailure, OpenedCollector } from "../provider";
import { unaskedCollector } from "../whole-account";
import type { GcpSettings } from "./connection-schema";
import { explainGcpError } from "./errors";
import { collectAsset } from "./model/asset/collect-asset";
import { readAsset, type Asset } from "./model/asset/asset";
import type { AssetNames } from "./model/asset/names/asset-names";
import type { NetworkTags } from "./model/asset/network-tags";
import type { GcpSession } from "./session";

export interface GcpScope {
  session: GcpSession;
  /** Knows the numbers of all projects. */
  names: AssetNames;
  /** Sees the machines and firewall rules of all projects: a shared network's rules lie in another than its machines. */
  tags: NetworkTags;
  /** `projects/my-project`, `folders/123` */
  parent: string;
}

interface Listing {
  id: string;
  type: string;
  content: "RESOURCE" | "IAM_POLICY" | "RELATIONSHIP";
  permission: string;
  assetTypes?: string[];
}

export const containerTypes = ["Project", "Folder", "Organization"].map((name) => `cloudresourcemanager.googleapis.com/${name}`);

/** What folders and organisations have of their own, beside what lies in their projects. */
const typesAbove = [...containerTypes, "compute.googleapis.com/FirewallPolicy", "iam.googleapis.com/Role", "logging.googleapis.com/LogSink"];

const containers: Listing = { id: "gcp.containers", type: "cloudresourcemanager.googleapis.com/Project", content: "RESOURCE", permission: "cloudasset.assets.listResource", assetTypes: typesAbove };
const assets: Listing = { id: "gcp.assets", type: "cloudasset.googleapis.com/Asset", content: "RESOURCE", permission: "cloudasset.assets.listResource" };
const policies: Listing = { id: "gcp.policies", type: "iam.googleapis.com/Policy", content: "IAM_POLICY", permission: "cloudasset.assets.listIamPolicy" };
const relationships: Listing = { id: "gcp.relationships", type: "cloudasset.googleapis.com/Asset", content: "RELATIONSHIP", permission: "cloudasset.assets.listResource" };

/** Everything of one project, whatever its type. */
export function projectCollectors(scope: GcpScope, settings: Pick<GcpSettings, "policies" | "relationships">): OpenedCollector[] {
  return [assets, ...(settings.policies ? [policies] : []), ...(settings.relationships ? [relationships] : [])].map((listing) => openListing(listing, scope));
}

/** Of a project that is not where it was chosen from. */
export function unseenCollectors(): OpenedCollector[] {
  const { id, type, permission } = assets;
  return [unaskedCollector({ id, type, permissions: [permission] }, { status: "failed", permission: null, reason: "project-not-found", message: "This project is no longer in what is looked at, or these credentials do not see it." })];
}

/** The folders and projects below a folder or an organisation, and what belongs to none of the projects. */
export function containerCollectors(scope: GcpScope): OpenedCollector[] {
  return [openListing(containers, scope)];
}

function openListing({ id, type, content, permission, assetTypes }: Listing, { session, names, tags, parent }: GcpScope): OpenedCollector {
  const permissions = [permission] as const;
  async function* collect(_region: string | null, signal: AbortSignal): AsyncGenerator<Found> {
    let isEmpty = true;
    for await (const row of session.list(parent, content, { signal, ...(assetTypes === undefined ? {} : { assetTypes }) })) {
      isEmpty = false;
      const { attributes, takenOut } = withoutSecrets(row, null);
      const asset = readAsset(attributes);
      if (asset === null || (assetTypes === typesAbove && isInProject(asset))) continue;
      names.learn(asset);
      yield collectAsset(asset, { collector: id, origin: { kind: "live", address: null, merged: [] }, names, takenOut });
      yield* tags.add(asset, names, id);
    }
    // The project itself is among its assets.
    if (isEmpty && content === "RESOURCE") throw new NotIndexed();
  }
  return { id, type, scope: "global", permissions, parts: [], collect, explain: (error) => explain(content, explainGcpError(error, { permissions })) };
}

/** Google's own relationships are a paid extra: who lacks them still has those that the resources tell. */
function explain(content: Listing["content"], failure: CallFailure): CallFailure {
  if (content !== "RELATIONSHIP" || failure.status !== "denied") return failure;
  return { ...failure, permission: null, reason: "derived-edges-only", message: "Google's own relationships need Security Command Center Premium or Enterprise. The lines are those that the resources themselves tell." };
}

/** The listing of its project holds it. */
function isInProject({ type, ancestors }: Asset): boolean {
  return !containerTypes.includes(type) && ancestors[0]?.startsWith("projects/") === true;
}
