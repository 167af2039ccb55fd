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
    "originGroups", "origins", "networkRuleSets",
  ].map((name) => name.toLowerCase()),
);

export function isArmId(value: string): boolean {
  return /^\/subscriptions\/[^/]+/i.test(value);
}

/** The one spelling under which an id is kept: lower case, no trailing slash. */
export function armId(value: string): string {
  return value.replace(/\/+$/, "").toLowerCase();
}

/** The id of the resource that an id is a part of, or the id itself. */
export function owningArmId(value: string): string {
  const id = armId(value);
  const provider = id.lastIndexOf("/providers/");
  if (provider < 0) return id;
  const segments = id.slice(provider + "/providers/".length).split("/");
  // segments: namespace, then pairs of type and name
  for (let index = 3; index < segments.length; index += 2) {
    const type = segments[index];
    if (type !== undefined && parts.has(type)) {
      return `${id.slice(0, provider)}/providers/${segments.slice(0, index).join("/")}`;
    }
  }
  return id;
}

/** `/…/virtualNetworks/v/subnets/s` → `/…/virtualNetworks/v`; null for a resource that is nobody's child. */
export function parentArmId(value: string): string | null {
  const match = /^(.*\/providers\/[^/]+\/[^/]+\/[^/]+(?:\/[^/]+\/[^/]+)*)\/[^/]+\/[^/]+$/.exec(armId(value));
  return match?.[1] ?? null;
}

/** The id of the resource group that an id lies in; null for a group itself and for what lies in none. */
export function resourceGroupId(value: string): string | null {
  return /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+)\/./.exec(armId(value))?.[1] ?? null;
}

/** The resource group's name as the id spells it. */
export function resourceGroupName(value: string): string | null {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(value)?.[1] ?? null;
}

export function subscriptionOf(value: string): string | null {
  return /^\/subscriptions\/([^/]+)/i.exec(value)?.[1]?.toLowerCase() ?? null;
}
