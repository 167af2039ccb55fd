import { nameAlias } from "../../../../core/resource/collected";
import { hostTargets } from "../host-targets";
import { lastSegment, pathOf, projectOf } from "../resource-name";
import type { Asset } from "./asset";
import type { AssetNames } from "./names/asset-names";
import type { AssetValues } from "./asset-values";

/** Hosts, URLs and addresses under which a resource is reached. What an address resource stands for is that resource's. */
const hosts = [
  "networkInterfaces[].networkIP", "address", "ipAddresses[].ipAddress", "dnsName", "endpoint", "host", "networks[].ipAddresses[]", "ipAddress", "publicIpAddress",
  "discoveryEndpoint", "discoveryEndpoints[].address", "vpnInterfaces[].ipAddress", "status.url", "uri", "urls[]", "httpsTrigger.url", "url", "serviceConfig.uri", "defaultHostname",
];

/** Every other spelling that something may use for this resource. */
export function aliasesOf(asset: Asset, type: string, id: string, name: string, values: AssetValues, names: AssetNames): string[] {
  const found = [
    asset.name,
    ...selfLinks(asset.name),
    ...selfLinks(id),
    ...values.at("selfLink"),
    ...otherProject(id, names).flatMap((other) => [other, ...selfLinks(other)]),
    nameAlias(type, name),
    nameAlias(type, lastSegment(id)),
    ...hosts.flatMap((path) => values.at(path)).flatMap(hostTargets),
    ...(ofType[type]?.({ id, name, values, names }) ?? []),
  ];
  return [...new Set(found)].filter((alias) => alias !== id);
}

interface Seen {
  id: string;
  name: string;
  values: AssetValues;
  names: AssetNames;
}

const ofType: Record<string, (seen: Seen) => string[]> = {
  "cloudresourcemanager.googleapis.com/Project": ({ id, name }) => [name, `projects/${name}`, `//cloudresourcemanager.googleapis.com/projects/${name}`, `projects/${lastSegment(id)}`],
  "iam.googleapis.com/ServiceAccount": ({ values }) => [
    ...values.at("email").flatMap((email) => [email, `serviceAccount:${email}`, `projects/-/serviceAccounts/${email}`]),
    ...values.at("uniqueId"),
  ],
  "storage.googleapis.com/Bucket": ({ name }) => [`b/${name}`, `gs://${name}`, `${name}.storage.googleapis.com`, `projects/_/buckets/${name}`],
  "sqladmin.googleapis.com/Instance": ({ values }) => [...values.at("connectionName"), ...values.at("serviceAccountEmailAddress")],
  // Clusters in one zone are known under `zones` and `locations` alike.
  "container.googleapis.com/Cluster": ({ id }) => [id.replace(/\/zones\/([^/]+)\/clusters\//, "/locations/$1/clusters/"), id.replace(/\/locations\/([^/]+)\/clusters\//, "/zones/$1/clusters/")],
  "container.googleapis.com/NodePool": ({ id }) => [id.replace(/\/zones\/([^/]+)\/clusters\//, "/locations/$1/clusters/"), id.replace(/\/locations\/([^/]+)\/clusters\//, "/zones/$1/clusters/")],
  // The inventory's names have the number, everything else the name.
  "dns.googleapis.com/ManagedZone": ({ id, name }) => [id.replace(/[^/]+$/, name)],
  "artifactregistry.googleapis.com/Repository": ({ id }) => {
    const [, project, place, repository] = /\/projects\/([^/]+)\/locations\/([^/]+)\/repositories\/([^/]+)$/.exec(id) ?? [];
    return repository === undefined ? [] : [`${place ?? ""}-docker.pkg.dev/${project ?? ""}/${repository}`];
  },
  "logging.googleapis.com/LogSink": ({ values }) => values.at("writerIdentity").map((identity) => identity.replace(/^serviceAccount:/, "")),
};

/** Relative path, and for compute the links of both hosts and versions. */
function selfLinks(name: string): string[] {
  const path = pathOf(name);
  // Compute's settings of a project have the project's own path.
  if (/^projects\/[^/]+$/.test(path)) return [];
  if (!name.startsWith("//compute.googleapis.com/")) return [path];
  return [path, `https://www.googleapis.com/compute/v1/${path}`, `https://www.googleapis.com/compute/beta/${path}`, `https://compute.googleapis.com/compute/v1/${path}`];
}

/** The same name with the project's number for its id, or the other way round. */
function otherProject(id: string, names: AssetNames): string[] {
  const project = projectOf(id);
  const other = project === null ? null : (names.numberOfProject(project) ?? names.idOfProject(project));
  return other === null ? [] : [id.replace(/\/projects\/[^/]+/, `/projects/${other}`)];
}
