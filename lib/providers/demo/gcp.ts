import type { CollectedResource } from "../../core/resource/collected";
import { thing, type Traits } from "./thing";

export const project = "larkfield-data";
export const projectNumber = "314159265358";
export const region = "europe-west1";
export const zone = "europe-west1-b";

/** The service in a name, where that differs from the one in the type's name. */
const nameService: Record<string, string> = { "sqladmin.googleapis.com": "cloudsql.googleapis.com" };

/** `path` follows the service in the full resource name; place and name are read from it. */
export function gcp(type: string, path: string, traits: Traits = {}): CollectedResource {
  const api = type.split("/")[0] ?? type;
  const placed = /\/(?:regions|locations)\/([a-z0-9-]+)\//.exec(path)?.[1];
  const zonal = /\/zones\/([a-z0-9-]+)\//.exec(path)?.[1];
  const place = zonal === undefined ? placed : region;
  return thing(
    { provider: "gcp", type, id: `//${nameService[api] ?? api}/${path}`, name: path.split("/").at(-1) ?? path, account: project, region: place === undefined || place === "global" ? null : place },
    { tags: { team: "data" }, ...(zonal === undefined ? {} : { zone: zonal }), ...traits },
  );
}

export function inProject(path: string): string {
  return `projects/${project}/${path}`;
}

export function global(path: string): string {
  return inProject(`global/${path}`);
}

export function regional(path: string): string {
  return inProject(`regions/${region}/${path}`);
}

export function located(path: string): string {
  return inProject(`locations/${region}/${path}`);
}

export function serviceAccount(name: string): CollectedResource {
  const account = gcp("iam.googleapis.com/ServiceAccount", inProject(`serviceAccounts/${name}@${project}.iam.gserviceaccount.com`));
  return { ...account, resource: { ...account.resource, name } };
}
