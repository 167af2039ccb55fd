import { from, to, type ArmField, type ArmFields } from "../field";

const records: readonly ArmField[] = [
  to("properties.targetResource.id", "routes-to"),
  to("properties.ARecords[].ipv4Address", "routes-to"),
  to("properties.AAAARecords[].ipv6Address", "routes-to"),
  to("properties.CNAMERecord.cname", "routes-to"),
];
const zones = ["Microsoft.Network/dnszones", "Microsoft.Network/privateDnsZones"];
const zoneFields = zones.flatMap((zone) => ["A", "AAAA", "CNAME"].map((kind) => [`${zone}/${kind}`, records] as const));
const pool = "properties.backendAddressPools[].properties";

const wafPolicy: readonly ArmField[] = ["applicationGateways", "httpListeners", "pathBasedRules", "frontendEndpointLinks", "routingRuleLinks", "securityPolicyLinks"].map((users) =>
  from(`properties.${users}[].id`, "secured-by"),
);

/** Names, balancing and content delivery. */
export const edgeFields: ArmFields = {
  ...Object.fromEntries(zoneFields),
  "Microsoft.Network/privateDnsZones/virtualNetworkLinks": [to("properties.virtualNetwork.id", "connects-to")],

  "Microsoft.Network/loadBalancers": [
    to(`${pool}.backendIPConfigurations[].id`, "routes-to"),
    to(`${pool}.virtualNetwork.id`, "routes-to"),
    to(`${pool}.loadBalancerBackendAddresses[].properties.networkInterfaceIPConfiguration.id`, "routes-to"),
    to(`${pool}.loadBalancerBackendAddresses[].properties.virtualNetwork.id`, "routes-to"),
    to(`${pool}.loadBalancerBackendAddresses[].properties.subnet.id`, "routes-to"),
    to(`${pool}.loadBalancerBackendAddresses[].properties.ipAddress`, "routes-to"),
    to("properties.inboundNatRules[].properties.backendIPConfiguration.id", "routes-to"),
    to("properties.frontendIPConfigurations[].properties.gatewayLoadBalancer.id", "routes-to"),
  ],
  "Microsoft.Network/applicationGateways": [
    to(`${pool}.backendAddresses[].fqdn`, "routes-to"),
    to(`${pool}.backendAddresses[].ipAddress`, "routes-to"),
    to(`${pool}.backendIPConfigurations[].id`, "routes-to"),
  ],
  "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies": wafPolicy,
  "Microsoft.Network/frontdoorWebApplicationFirewallPolicies": wafPolicy,
  "Microsoft.Cdn/CdnWebApplicationFirewallPolicies": [from("properties.endpointLinks[].id", "secured-by")],

  "Microsoft.Network/frontDoors": [
    to("properties.backendPools[].properties.backends[].address", "routes-to"),
    to("properties.backendPools[].properties.backends[].privateLinkResourceId", "routes-to"),
  ],
  "Microsoft.Network/trafficManagerProfiles": [
    to("properties.endpoints[].properties.targetResourceId", "routes-to"),
    to("properties.endpoints[].properties.target", "routes-to"),
  ],
  "Microsoft.Cdn/profiles/endpoints": [to("properties.origins[].properties.hostName", "routes-to"), to("properties.origins[].properties.privateLinkResourceId", "routes-to")],
  "Microsoft.Cdn/profiles/originGroups/origins": [
    to("properties.hostName", "routes-to"),
    to("properties.azureOrigin.id", "routes-to"),
    to("properties.sharedPrivateLinkResource.privateLink.id", "routes-to"),
  ],
};
