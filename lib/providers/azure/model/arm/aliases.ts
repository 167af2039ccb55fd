import type { JsonObject } from "../../../../core/json";
import { hostTargets } from "../host-targets";
import { objectOf, type ArmRow } from "./row";
import { valuesAtAll } from "./values-at-all";

/** Where services keep the names and addresses under which a resource is reached. */
const hosts = [
  "fullyQualifiedDomainName", "fqdn", "privateFQDN", "azurePortalFQDN", "hostName", "defaultHostName", "enabledHostNames[]", "hostNames[]", "defaultHostname", "cName", "dnsName",
  "vaultUri", "hsmUri", "loginServer", "endpoint", "documentEndpoint", "serviceBusEndpoint", "accountEndpoint", "accessEndpoint", "uri", "dataIngestionUri", "workspaceUrl",
  "gatewayUrl", "gatewayRegionalUrl", "managementApiUrl", "portalUrl", "developerPortalUrl", "scmUrl", "dnsSettings.fqdn", "dnsConfig.fqdn", "masterProfile.fqdn", "apiserverProfile.url",
  "defaultDomain", "staticIp", "configuration.ingress.fqdn", "latestRevisionFqdn", "ipAddress", "ipAddress.fqdn", "ipAddress.ip",
  "ipConfigurations[].properties.privateIPAddress", "frontendIPConfigurations[].properties.privateIPAddress", "hubIPAddresses.privateIPAddress",
];
/** Maps of service → URL. */
const hostMaps = ["primaryEndpoints", "secondaryEndpoints", "connectivityEndpoints"];

/** By type, in lower case: ids that are no addresses. */
const ids = new Map([
  ["microsoft.managedidentity/userassignedidentities", ["principalId", "clientId"]],
  ["microsoft.operationalinsights/workspaces", ["customerId"]],
  ["microsoft.insights/components", ["AppId"]],
]);

/** Hosts, addresses and principals by which other resources name this one. */
export function aliasesOf({ type, properties, identity }: ArmRow): string[] {
  const named = properties ?? {};
  const found = [
    ...valuesAtAll(named, hosts).flatMap(hostTargets),
    ...hostMaps.flatMap((name) => textsOf(objectOf(named[name]))).flatMap(hostTargets),
    ...valuesAtAll(named, ids.get(type.toLowerCase()) ?? []),
    ...valuesAtAll(identity ?? {}, ["principalId"]),
  ];
  return [...new Set(found.filter((alias) => alias.length > 3))];
}

function textsOf(map: JsonObject | null): string[] {
  return Object.values(map ?? {}).filter((value) => typeof value === "string");
}
