import type { Resource } from "../core/resource/resource";

export interface ConsoleLink {
  /** "Open in AWS console" */
  label: string;
  /** Always https, to a host of the provider; every part that came from a cloud is encoded. */
  url: string;
}

type Linked = Pick<Resource, "id" | "type" | "provider" | "account" | "region">;

/** Where the provider's own console shows a resource. Null where its address does not tell: it is better to have no link than one that misses. */
export function consoleLink(resource: Linked): ConsoleLink | null {
  // Half a character cannot be encoded, and no cloud has it in an address; nor a step up in a path.
  if (/\p{Surrogate}/u.test(`${resource.id} ${resource.account}`) || /(^|\/)\.\.?(\/|$)/.test(resource.id)) return null;
  if (resource.id.startsWith("arn:")) return awsLink(resource.id);
  if (/^\/subscriptions\/[^/]+/i.test(resource.id)) return azureLink(resource);
  return resource.id.startsWith("//") ? googleLink(resource) : null;
}

const awsHosts: Record<string, string> = { aws: "console.aws.amazon.com", "aws-cn": "console.amazonaws.cn", "aws-us-gov": "console.amazonaws-us-gov.com" };

/** The console finds the page of an ARN by itself. */
function awsLink(arn: string): ConsoleLink | null {
  const [, partition = "", service = "", , , ...resource] = arn.split(":");
  const host = Object.hasOwn(awsHosts, partition) ? awsHosts[partition] : undefined;
  if (host === undefined || service === "" || resource.join(":") === "") return null;
  return { label: "Open in AWS console", url: `https://${host}/go/view?arn=${encodeURIComponent(arn)}` };
}

function azureLink({ id, region }: Linked): ConsoleLink {
  const host = region?.startsWith("china") === true ? "portal.azure.cn" : region?.startsWith("usgov") === true ? "portal.azure.us" : "portal.azure.com";
  return { label: "Open in Azure portal", url: `https://${host}/#@/resource${encodePath(id)}` };
}

/** The page of each type in Google's console, by the parts of a full resource name: `{name}`, `{location}`, `{keyRings}` … */
const googlePages: Record<string, string> = {
  "cloudresourcemanager.googleapis.com/Project": "/home/dashboard",
  "compute.googleapis.com/Instance": "/compute/instancesDetail/zones/{location}/instances/{name}",
  "compute.googleapis.com/Disk": "/compute/disksDetail/zones/{location}/disks/{name}",
  "compute.googleapis.com/Network": "/networking/networks/details/{name}",
  "compute.googleapis.com/Subnetwork": "/networking/subnetworks/details/{location}/{name}",
  "compute.googleapis.com/Firewall": "/networking/firewalls/details/{name}",
  "compute.googleapis.com/Router": "/hybrid/routers/details/{location}/{name}",
  "storage.googleapis.com/Bucket": "/storage/browser/{name}",
  "container.googleapis.com/Cluster": "/kubernetes/clusters/details/{location}/{name}/details",
  "run.googleapis.com/Service": "/run/detail/{location}/{name}",
  "cloudfunctions.googleapis.com/CloudFunction": "/functions/details/{location}/{name}",
  "cloudfunctions.googleapis.com/Function": "/functions/details/{location}/{name}",
  "sqladmin.googleapis.com/Instance": "/sql/instances/{name}/overview",
  "spanner.googleapis.com/Instance": "/spanner/instances/{name}/details/databases",
  "redis.googleapis.com/Instance": "/memorystore/redis/locations/{location}/instances/{name}/details/overview",
  "pubsub.googleapis.com/Topic": "/cloudpubsub/topic/detail/{name}",
  "pubsub.googleapis.com/Subscription": "/cloudpubsub/subscription/detail/{name}",
  "secretmanager.googleapis.com/Secret": "/security/secret-manager/secret/{name}/versions",
  "cloudkms.googleapis.com/KeyRing": "/security/kms/keyring/manage/{location}/{name}",
  "cloudkms.googleapis.com/CryptoKey": "/security/kms/key/manage/{location}/{keyRings}/{name}",
};

function googleLink({ id, type, account }: Linked): ConsoleLink | null {
  const page = Object.hasOwn(googlePages, type) ? googlePages[type] : undefined;
  if (page === undefined) return null;
  const parts = nameParts(id);
  const project = parts.get("projects") ?? (account === "" ? undefined : account);
  let isWhole = project !== undefined;
  const path = page.replace(/\{(\w+)\}/g, (_slot, part: string) => {
    const value = parts.get(part);
    isWhole &&= value !== undefined;
    return encodeURIComponent(value ?? "");
  });
  return isWhole ? { label: "Open in Google Cloud console", url: `https://console.cloud.google.com${path}?project=${encodeURIComponent(project ?? "")}` } : null;
}

/** `//host/projects/p/zones/z/instances/i` → projects, zones, instances, `location` (a zone or region) and `name`, the last. */
function nameParts(id: string): Map<string, string> {
  const segments = id.slice("//".length).split("/").slice(1);
  const parts = new Map<string, string>();
  for (let index = 0; index + 1 < segments.length; index += 2) parts.set(segments[index] ?? "", segments[index + 1] ?? "");
  const location = parts.get("zones") ?? parts.get("regions") ?? parts.get("locations");
  if (location !== undefined) parts.set("location", location);
  const last = segments.at(-1);
  if (last !== undefined && last !== "") parts.set("name", last);
  return parts;
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
