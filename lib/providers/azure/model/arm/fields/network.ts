import { from, inside, to, type ArmField, type ArmFields } from "../field";

const card = "properties.ipConfigurations[].properties";
const inHub = [inside("properties.virtualHub.id")];

const connection: readonly ArmField[] = ["virtualNetworkGateway1", "virtualNetworkGateway2", "localNetworkGateway2", "peer"].map((end) => to(`properties.${end}.id`, "connects-to"));

export const networkFields: ArmFields = {
  "Microsoft.Network/virtualNetworks": [to("properties.virtualNetworkPeerings[].properties.remoteVirtualNetwork.id", "peers-with")],
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings": [to("properties.remoteVirtualNetwork.id", "peers-with")],
  // Azure's own things in other subscriptions stand in subnets too.
  "Microsoft.Network/virtualNetworks/subnets": [
    to("properties.ipConfigurations[].id", "contains", { outside: false }),
    to("properties.privateEndpoints[].id", "contains", { outside: false }),
    to("properties.resourceNavigationLinks[].properties.link", "contains", { outside: false }),
    from("properties.serviceAssociationLinks[].properties.link", "connects-to", { outside: false }),
    to("properties.serviceEndpointPolicies[].id", "secured-by"),
    to("properties.networkIntentPolicies[].id", "depends-on", { outside: false }),
  ],
  "Microsoft.Network/networkInterfaces": [
    from("properties.virtualMachine.id", "connects-to"),
    from("properties.privateEndpoint.id", "connects-to"),
    from("properties.privateLinkService.id", "connects-to"),
    from(`${card}.loadBalancerBackendAddressPools[].id`, "routes-to"),
    from(`${card}.loadBalancerInboundNatRules[].id`, "routes-to"),
    from(`${card}.applicationGatewayBackendAddressPools[].id`, "routes-to"),
  ],
  "Microsoft.Network/networkSecurityGroups": [
    from("properties.subnets[].id", "secured-by"),
    from("properties.networkInterfaces[].id", "secured-by"),
    // A flow log is listed where its network watcher may be read. Without it the watcher itself is what reads, or there is nothing to see.
    from("properties.flowLogs[].id", "reads", { outside: false }),
  ],
  "Microsoft.Network/networkWatchers/flowLogs": [to("properties.targetResourceId", "reads"), to("properties.storageId", "writes")],
  "Microsoft.Network/publicIPAddresses": [
    from("properties.ipConfiguration.id", "depends-on"),
    from("properties.natGateway.id", "depends-on"),
    to("properties.publicIPPrefix.id", "depends-on"),
  ],
  "Microsoft.Network/publicIPPrefixes": [
    from("properties.publicIPAddresses[].id", "depends-on"),
    from("properties.loadBalancerFrontendIpConfiguration.id", "depends-on"),
    from("properties.natGateway.id", "depends-on"),
  ],
  "Microsoft.Network/natGateways": [from("properties.subnets[].id", "routes-to")],
  "Microsoft.Network/routeTables": [from("properties.subnets[].id", "routes-to"), to("properties.routes[].properties.nextHopIpAddress", "routes-to")],
  "Microsoft.Network/routeTables/routes": [to("properties.nextHopIpAddress", "routes-to")],
  "Microsoft.Network/azureFirewalls": [to("properties.firewallPolicy.id", "depends-on")],
  "Microsoft.Network/firewallPolicies": [
    from("properties.firewalls[].id", "depends-on"),
    from("properties.childPolicies[].id", "depends-on"),
  ],
  "Microsoft.Network/ddosProtectionPlans": [from("properties.virtualNetworks[].id", "secured-by"), from("properties.publicIPAddresses[].id", "secured-by")],
  "Microsoft.Network/ipGroups": [from("properties.firewalls[].id", "depends-on"), from("properties.firewallPolicies[].id", "depends-on")],
  "Microsoft.Network/localNetworkGateways": [to("properties.gatewayIpAddress", "connects-to")],
  "Microsoft.Network/connections": connection,
  "Microsoft.Network/vpnGateways": inHub,
  "Microsoft.Network/expressRouteGateways": inHub,
  "Microsoft.Network/p2svpnGateways": inHub,
  "Microsoft.Network/virtualWans": [from("properties.virtualHubs[].id", "connects-to"), from("properties.vpnSites[].id", "connects-to")],
  "Microsoft.Network/virtualHubs": [
    to("properties.virtualWan.id", "connects-to"),
    from("properties.azureFirewall.id", "connects-to"),
    to("properties.vpnGateway.id", "contains"),
    to("properties.p2SVpnGateway.id", "contains"),
    to("properties.expressRouteGateway.id", "contains"),
  ],
  "Microsoft.Network/vpnSites": [to("properties.virtualWan.id", "connects-to")],
  "Microsoft.Network/privateEndpoints": [
    to("properties.networkInterfaces[].id", "connects-to"),
    to("properties.privateLinkServiceConnections[].properties.privateLinkServiceId", "connects-to"),
    to("properties.manualPrivateLinkServiceConnections[].properties.privateLinkServiceId", "connects-to"),
  ],
  "Microsoft.Network/privateLinkServices": [
    to("properties.networkInterfaces[].id", "connects-to"),
    to("properties.loadBalancerFrontendIpConfigurations[].id", "routes-to"),
  ],
};
