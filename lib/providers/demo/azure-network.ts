import type { CollectedResource } from "../../core/resource/collected";
import { azure, azureGroup } from "./azure";
import { inside, openToInternet, to } from "./thing";

export interface AzureNetwork {
  group: CollectedResource;
  subnets: { app: CollectedResource; data: CollectedResource; aks: CollectedResource; endpoints: CollectedResource };
  spoke: CollectedResource;
  gateway: CollectedResource;
  /** The address at which other clouds reach the gateway. */
  address: string;
  zone: CollectedResource;
  items: CollectedResource[];
}

/** Hub with gateway and bastion, spoke with the workloads. `awsAddress` is the far end of the tunnel. */
export function azureNetwork(awsAddress: string): AzureNetwork {
  const group = azureGroup("rg-network");
  const net = (path: string, traits = {}): CollectedResource => azure(group, `Microsoft.Network/${path}`, traits);
  const hub = net("virtualNetworks/vnet-hub", { properties: { addressSpace: "10.60.0.0/20" } });
  const spoke = net("virtualNetworks/vnet-corp", { properties: { addressSpace: "10.61.0.0/16" }, links: [to("peers-with", hub, "properties.virtualNetworkPeerings[].properties.remoteVirtualNetwork.id")] });
  const guard = (name: string, open: boolean): CollectedResource => net(`networkSecurityGroups/nsg-${name}`, { links: [open ? openToInternet("properties.securityRules[].properties.sourceAddressPrefix") : null] });
  const [appGuard, dataGuard, aksGuard] = [guard("app", true), guard("data", false), guard("aks", false)];
  dataGuard.refs.push({ ...to("allows", appGuard, "properties.securityRules[].properties.sourceAddressPrefix"), direction: "in" });
  const routes = net("routeTables/rt-corp");
  const subnet = (vnet: CollectedResource, name: string, prefix: string, security: CollectedResource | null): CollectedResource =>
    net(`virtualNetworks/${vnet.resource.name}/subnets/${name}`, {
      properties: { addressPrefix: prefix },
      links: [inside(vnet, "id"), security ? to("secured-by", security, "properties.networkSecurityGroup.id") : null, security ? to("routes-to", routes, "properties.routeTable.id") : null],
    });
  const gatewaySubnet = subnet(hub, "GatewaySubnet", "10.60.0.0/27", null);
  const bastionSubnet = subnet(hub, "AzureBastionSubnet", "10.60.1.0/26", null);
  const subnets = {
    app: subnet(spoke, "snet-app", "10.61.1.0/24", appGuard),
    data: subnet(spoke, "snet-data", "10.61.2.0/24", dataGuard),
    aks: subnet(spoke, "snet-aks", "10.61.16.0/20", aksGuard),
    endpoints: subnet(spoke, "snet-endpoints", "10.61.3.0/24", null),
  };
  const address = "198.51.100.20";
  const publicIp = (name: string, ip: string): CollectedResource => net(`publicIPAddresses/${name}`, { properties: { ipAddress: ip, sku: "Standard" } });
  const [gatewayIp, bastionIp] = [publicIp("pip-vpn", address), publicIp("pip-bastion", "198.51.100.21")];
  const gateway = net("virtualNetworkGateways/vgw-hub", {
    state: "Succeeded",
    properties: { sku: "VpnGw2AZ", vpnType: "RouteBased" },
    links: [inside(gatewaySubnet, "properties.ipConfigurations[].properties.subnet.id"), to("depends-on", gatewayIp, "properties.ipConfigurations[].properties.publicIPAddress.id")],
  });
  const local = net("localNetworkGateways/lgw-aws", { properties: { gatewayIpAddress: awsAddress } });
  const connection = net("connections/cn-aws", {
    state: "Connected",
    links: [to("connects-to", gateway, "properties.virtualNetworkGateway1.id"), to("connects-to", local, "properties.localNetworkGateway2.id")],
  });
  const bastion = net("bastionHosts/bas-hub", {
    links: [inside(bastionSubnet, "properties.ipConfigurations[].properties.subnet.id"), to("depends-on", bastionIp, "properties.ipConfigurations[].properties.publicIPAddress.id")],
  });
  const zone = net("privateDnsZones/privatelink.database.windows.net", { links: [to("connects-to", spoke, "virtualNetworkLinks[].properties.virtualNetwork.id")] });
  return {
    group, subnets, spoke, gateway, address, zone,
    items: [group, hub, spoke, appGuard, dataGuard, aksGuard, routes, gatewaySubnet, bastionSubnet, ...Object.values(subnets), gatewayIp, bastionIp, gateway, local, connection, bastion, zone],
  };
}
