/**
 * Azure resource ids: `/subscriptions/S/resourceGroups/R/providers/NS/type/name[/type/name]`. They compare without case,
 * and clouds and tools spell the same id differently, so CloudViz keeps them in lower case.
 */

/** Parts that have an id of their own but are no things of their own: a reference to one means the resource around it. */
const parts = new Set(
  [
    "backendAddressPools", "frontendIPConfigurations", "ipConfigurations", "loadBalancingRules", "inboundNatRules",
    "inboundNatPools", "probes", "outboundRules", "gatewayIPConfigurations", "httpListeners", "backendHttpSettingsCollection",
    "requestRoutingRules", "sslCertificates", "securityRules", "virtualNetworkPeerings", "privateEndpointConnections",
    "roleAssignments", "diagnosticSettings", "firewallRules", "virtualNetworkRules", "accessPolicies", "routes",
    "originGroups", "origins", "networkRuleSets", "frontendPorts", "urlPathMaps", "rewriteRuleSets", "redirectConfigurations",
    "frontendEndpoints", "backendPools", "routingRules", "healthProbeSettings", "loadBalancingSettings", "securityPolicies",
    "customDomains", "defaultSecurityRules", "privateDnsZoneGroups", "privateLinkServiceConnections", "hubVirtualNetworkConnections",
    "ruleCollectionGroups", "authorizationRules", "eventSubscriptions", "locks", "policyAssignments", "failoverGroups", "configurations",
    "auditingSettings", "extendedAuditingSettings", "securityAlertPolicies", "vulnerabilityAssessments", "encryptionProtector",
    "transparentDataEncryption", "dataMaskingPolicies", "backupLongTermRetentionPolicies", "backupShortTermRetentionPolicies",
    "managementPolicies", "publishingCredentials", "backends",
  ].map((name) => name.toLowerCase()),
);

/** Parts only below this one type: elsewhere the same word names a thing. */
const partsOf = new Map([
  ["dnszones", /./],
  ["privatednszones", /./],
  ["virtualmachinescalesets", /^virtualmachines$/],
]);

/** What stands between an account and the things in it, and holds nothing but settings. */
const services = new Set(["blobservices", "fileservices", "queueservices", "tableservices", "config"]);

export function isArmId(value: string): boolean {
  return /^\/subscriptions\/[^/]+/i.test(value);
}

/** The one spelling under which an id is kept: lower case, no trailing slash. */
export function armId(value: string): string {
  return value.replace(/\/+$/, "").toLowerCase();
}

/** The id of the resource that an id is a part of, or the id itself. A part may also stand behind a `/providers/` of its own. */
export function owningArmId(value: string): string {
  const id = armId(value);
  const { scope, segments } = split(id);
  if (scope !== "" && parts.has(segments[1] ?? "")) return scope.includes("/providers/") ? owningArmId(scope) : scope;
  // segments: namespace, then pairs of type and name
  for (let index = 3; index < segments.length; index += 2) {
    const type = segments[index] ?? "";
    if (parts.has(type) || partsOf.get(segments[index - 2] ?? "")?.test(type)) return `${scope}/providers/${segments.slice(0, index).join("/")}`;
  }
  return id;
}

/** The resource in whose properties a listed part belongs; null for what is a thing of its own. */
export function partOwner(value: string): string | null {
  const id = armId(value);
  const owner = owningArmId(id);
  if (owner !== id) return owner;
  return services.has(split(id).segments.at(-2) ?? "") ? parentArmId(id) : null;
}

/** `/…/virtualNetworks/v/subnets/s` → `/…/virtualNetworks/v`; null for a resource that is nobody's child. */
export function parentArmId(value: string): string | null {
  const id = armId(value);
  const { scope, segments } = split(id);
  if (segments.length < 3 || segments.length % 2 === 0) return null;
  // `Microsoft.Security/locations/westeurope/…`: a place is no parent.
  if (segments.length > 3 && !(segments.length === 5 && segments[1] === "locations")) return `${scope}/providers/${segments.slice(0, -2).join("/")}`;
  return scope.includes("/providers/") ? scope : null;
}

/** `/scope/providers/ns/type/name` → the scope, and what follows `/providers/`: nothing in the id of a subscription or a group. */
function split(id: string): { scope: string; segments: string[] } {
  const provider = id.lastIndexOf("/providers/");
  return provider < 0 ? { scope: id, segments: [] } : { scope: id.slice(0, provider), segments: id.slice(provider + "/providers/".length).split("/") };
}

/** The id of the resource group that an id lies in; null for a group itself and for what lies in none. */
export function resourceGroupId(value: string): string | null {
  return /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+)\/./.exec(armId(value))?.[1] ?? null;
}

/** The resource group's name as the id spells it. */
export function resourceGroupName(value: string): string | null {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(value)?.[1] ?? null;
}

/** Null also where braces stand for a subscription that a template does not name. */
export function subscriptionOf(value: string): string | null {
  return /^\/subscriptions\/([^/{]+)/i.exec(value)?.[1]?.toLowerCase() ?? null;
}
