/**
 * Full resource names of Google Cloud (`//compute.googleapis.com/projects/p/zones/z/instances/n`): the names that Cloud
 * Asset Inventory uses. Self links, relative paths and other spellings are turned into them.
 */

/** The service in a resource's name, where that is not the one in its type's name. */
const serviceOfType: Record<string, string> = {
  "sqladmin.googleapis.com": "cloudsql.googleapis.com",
  "bigtableadmin.googleapis.com": "bigtable.googleapis.com",
};

/** `sqladmin.googleapis.com/Instance` → `cloudsql.googleapis.com` */
export function serviceOf(type: string): string {
  const api = type.split("/")[0] ?? type;
  return serviceOfType[api] ?? api;
}

/**
 * The full name that any spelling means, or null when it is only a name. `service` completes relative paths
 * (`projects/p/topics/t`), which do not tell their service.
 */
export function fullName(value: string, service: string | null): string | null {
  if (value.startsWith("//")) return value.replace(/\/+$/, "");
  const bucket = /^(?:gs:\/\/|b\/|https:\/\/(?:www|storage)\.googleapis\.com\/storage\/v1\/b\/)([^/]+)/.exec(value)?.[1];
  if (bucket !== undefined) return `//storage.googleapis.com/${bucket}`;
  if (/^https?:\/\//.test(value)) return fromSelfLink(value);
  if (/^projects\/[^/]+\/./.test(value) && service !== null) return `//${service}/${value}`;
  return null;
}

function fromSelfLink(url: string): string | null {
  const match = /^https?:\/\/([a-z0-9.-]+)\/(?:(.*)\/)?(projects\/.+?)\/*$/.exec(url);
  const [, host, before = "", path] = match ?? [];
  if (host === undefined || path === undefined || !host.endsWith(".googleapis.com")) return null;
  if (before !== "" && !/^(?:[a-z]+\/)?(?:v\d\w*|beta|alpha)$/.test(before)) return null;
  // https://www.googleapis.com/compute/v1/… names its service in the path, https://container.googleapis.com/v1/… in the host.
  const api = host === "www.googleapis.com" ? `${before.split("/")[0] ?? ""}.googleapis.com` : withoutRegion(host);
  const renamed = api === "sql.googleapis.com" ? "cloudsql.googleapis.com" : serviceOf(api);
  return `//${renamed}/${path}`;
}

/** `us-central1-aiplatform.googleapis.com` → `aiplatform.googleapis.com` */
function withoutRegion(host: string): string {
  return host.replace(/^[a-z]+-[a-z]+\d+-/, "");
}

/** The part of a name after its service: `projects/p/zones/z/instances/n`. */
export function pathOf(name: string): string {
  return name.replace(/^\/\/[^/]+\//, "");
}

/** `…/instances/i/databases/d` → `…/instances/i`; null where nothing is left but the project. */
export function parentName(name: string): string | null {
  const parent = name.replace(/\/[^/]+\/[^/]+$/, "");
  return parent === name || /^\/\/[^/]+\/projects\/[^/]+(\/(?:locations|regions|zones)\/[^/]+)?$/.test(parent) ? null : parent;
}

export function projectOf(value: string): string | null {
  return /(?:^|\/)projects\/([^/]+)/.exec(value)?.[1] ?? null;
}

export function lastSegment(value: string): string {
  return value.replace(/\/+$/, "").split("/").at(-1) ?? value;
}

/** `europe-west1-b` → `europe-west1`; null for what is no zone. */
export function regionOfZone(zone: string): string | null {
  return /^([a-z]+-[a-z]+\d+)-[a-z]$/.exec(zone)?.[1] ?? null;
}
