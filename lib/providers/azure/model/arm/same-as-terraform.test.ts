import { expect, test } from "vitest";
import { importFixtures } from "../../../../importers/terraform-state/fixture-suite";
import { link } from "../../../../graph/link";
import { azureFixtures } from "../terraform/__fixtures__";
import { arm, group } from "../terraform/__fixtures__/build";
import { collectArm } from "./collect-arm";
import { readArmRow } from "./row";

const [vnet, subnet] = [arm("Microsoft.Network/virtualNetworks/vnet"), arm("Microsoft.Network/virtualNetworks/vnet/subnets/front")];
const [lb, nic] = [arm("Microsoft.Network/loadBalancers/lb"), arm("Microsoft.Network/networkInterfaces/nic")];
const [pip, nsg] = [arm("Microsoft.Network/publicIPAddresses/pip"), arm("Microsoft.Network/networkSecurityGroups/nsg")];
const [disk, vault, store] = [arm("Microsoft.Compute/disks/data1"), arm("Microsoft.KeyVault/vaults/shop-kv"), arm("Microsoft.Storage/storageAccounts/shopstore")];
const sql = arm("Microsoft.Sql/servers/shop-sql");
const asg = arm("Microsoft.Network/applicationSecurityGroups/asg");

/** Part of the estate of the Terraform fixtures, as Azure's API tells it. */
const estate: Record<string, object> = {
  [vnet]: {
    properties: {
      subnets: [{ id: subnet, name: "front", properties: { networkSecurityGroup: { id: nsg }, routeTable: { id: arm("Microsoft.Network/routeTables/rt") }, natGateway: { id: arm("Microsoft.Network/natGateways/nat") } } }],
      virtualNetworkPeerings: [{ id: `${vnet}/virtualNetworkPeerings/p`, properties: { remoteVirtualNetwork: { id: arm("Microsoft.Network/virtualNetworks/other") } } }],
      ddosProtectionPlan: { id: arm("Microsoft.Network/ddosProtectionPlans/ddos") },
    },
  },
  [nic]: {
    properties: {
      virtualMachine: { id: arm("Microsoft.Compute/virtualMachines/web1") }, networkSecurityGroup: { id: nsg },
      ipConfigurations: [{ properties: { subnet: { id: subnet }, publicIPAddress: { id: pip }, loadBalancerBackendAddressPools: [{ id: `${lb}/backendAddressPools/pool` }], applicationSecurityGroups: [{ id: asg }] } }],
    },
  },
  [nsg]: {
    properties: {
      securityRules: [{ properties: { access: "Allow", direction: "Inbound", sourceAddressPrefix: "Internet" } }, { properties: { access: "Allow", direction: "Inbound", sourceApplicationSecurityGroups: [{ id: asg }] } }],
      subnets: [{ id: subnet }], networkInterfaces: [{ id: nic }],
    },
  },
  [lb]: { properties: { frontendIPConfigurations: [{ properties: { publicIPAddress: { id: pip } } }], backendAddressPools: [{ properties: { backendIPConfigurations: [{ id: `${nic}/ipConfigurations/ipc` }] } }] } },
  [pip]: { properties: { ipConfiguration: { id: `${nic}/ipConfigurations/ipc` } } },
  [arm("Microsoft.Network/azureFirewalls/fw")]: { properties: { ipConfigurations: [{ properties: { subnet: { id: `${vnet}/subnets/back` }, publicIPAddress: { id: pip } } }], firewallPolicy: { id: arm("Microsoft.Network/firewallPolicies/fwp") } } },
  [arm("Microsoft.Network/firewallPolicies/fwp")]: { properties: { firewalls: [{ id: arm("Microsoft.Network/azureFirewalls/fw") }] } },
  [arm("Microsoft.Network/connections/vpn")]: { properties: { virtualNetworkGateway1: { id: arm("Microsoft.Network/virtualNetworkGateways/vng") }, localNetworkGateway2: { id: arm("Microsoft.Network/localNetworkGateways/lng") } } },
  [arm("Microsoft.Network/vpnGateways/vpngw")]: { properties: { virtualHub: { id: arm("Microsoft.Network/virtualHubs/hub") } } },
  [arm("Microsoft.Network/virtualHubs/hub")]: { properties: { virtualWan: { id: arm("Microsoft.Network/virtualWans/wan") }, vpnGateway: { id: arm("Microsoft.Network/vpnGateways/vpngw") } } },
  [arm("Microsoft.Network/privateEndpoints/pe")]: { properties: { subnet: { id: subnet }, privateLinkServiceConnections: [{ properties: { privateLinkServiceId: store } }] } },
  [store]: { properties: { primaryEndpoints: { blob: "https://shopstore.blob.core.windows.net/" }, privateEndpointConnections: [{ properties: { privateEndpoint: { id: arm("Microsoft.Network/privateEndpoints/pe") } } }] } },
  [arm("Microsoft.Compute/virtualMachines/web1")]: {
    identity: { userAssignedIdentities: { [arm("Microsoft.ManagedIdentity/userAssignedIdentities/shop-id")]: {} } },
    properties: {
      networkProfile: { networkInterfaces: [{ id: nic }] }, availabilitySet: { id: arm("Microsoft.Compute/availabilitySets/avset") }, diagnosticsProfile: { bootDiagnostics: { storageUri: "https://shopstore.blob.core.windows.net/" } },
      storageProfile: { dataDisks: [{ managedDisk: { id: disk } }], osDisk: { managedDisk: { diskEncryptionSet: { id: arm("Microsoft.Compute/diskEncryptionSets/des") } } } },
    },
  },
  [arm("Microsoft.Compute/availabilitySets/avset")]: { properties: { virtualMachines: [{ id: arm("Microsoft.Compute/virtualMachines/web1") }], proximityPlacementGroup: { id: arm("Microsoft.Compute/proximityPlacementGroups/ppg") } } },
  [arm("Microsoft.Compute/virtualMachineScaleSets/vmss")]: {
    properties: { virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations: [{ properties: { ipConfigurations: [{ properties: { subnet: { id: subnet }, loadBalancerBackendAddressPools: [{ id: `${lb}/backendAddressPools/pool` }] } }] } }] } } },
  },
  [arm("Microsoft.Compute/snapshots/snap")]: { properties: { creationData: { sourceResourceId: disk } } },
  [disk]: { properties: { encryption: { diskEncryptionSetId: arm("Microsoft.Compute/diskEncryptionSets/des") }, diskAccessId: arm("Microsoft.Compute/diskAccesses/da") } },
  [arm("Microsoft.Insights/autoscalesettings/scale")]: { properties: { targetResourceUri: arm("Microsoft.Compute/virtualMachineScaleSets/vmss") } },
  [arm("Microsoft.ContainerService/managedClusters/aks")]: {
    properties: {
      agentPoolProfiles: [{ name: "gpu", vnetSubnetID: subnet }],
      addonProfiles: { omsagent: { config: { logAnalyticsWorkspaceResourceID: arm("Microsoft.OperationalInsights/workspaces/logs") } }, ingressApplicationGateway: { config: { applicationGatewayId: arm("Microsoft.Network/applicationGateways/agw") } } },
    },
  },
  [arm("Microsoft.App/containerApps/api")]: { properties: { managedEnvironmentId: arm("Microsoft.App/managedEnvironments/env"), configuration: { registries: [{ server: "shopacr.azurecr.io" }] } } },
  [arm("Microsoft.ContainerRegistry/registries/shopacr")]: { properties: { loginServer: "shopacr.azurecr.io" } },
  [arm("Microsoft.ContainerInstance/containerGroups/cg")]: { properties: { subnetIds: [{ id: subnet }], containers: [{ properties: { image: "shopacr.azurecr.io/web:1" } }] } },
  [sql]: { properties: { keyId: "https://shop-kv.vault.azure.net/keys/disk/0123" } },
  [`${sql}/elasticPools/pool`]: {},
  [`${sql}/databases/orders`]: { properties: { elasticPoolId: `${sql}/elasticPools/pool` } },
  [arm("Microsoft.Sql/servers/partner/databases/orders")]: { properties: { sourceDatabaseId: `${sql}/databases/orders` } },
  [`${sql}/virtualNetworkRules/r`]: { properties: { virtualNetworkSubnetId: subnet } },
  [`${sql}/failoverGroups/f`]: { properties: { partnerServers: [{ id: arm("Microsoft.Sql/servers/partner") }] } },
  [`${sql}/firewallRules/all`]: { properties: { startIpAddress: "0.0.0.0", endIpAddress: "255.255.255.255" } },
  [arm("Microsoft.Web/sites/shop")]: { properties: { serverFarmId: arm("Microsoft.Web/serverfarms/plan"), virtualNetworkSubnetId: subnet } },
  [group]: {},
  [vault]: {},
};

test("what Terraform and Azure both tell has the same id, type, kinds and directions", async () => {
  const planned = await importFixtures(azureFixtures);
  const items = Object.entries(estate).flatMap(([id, body]) => {
    const row = readArmRow({ id, ...body });
    if (row === null) throw new Error(id);
    return collectArm(row, { collector: "azure.test", origin: { kind: "live", address: null, merged: [] } });
  });
  const live = link(items, { now: "2026-01-01T00:00:00Z" });

  const types = new Map(planned.resources.map(({ id, type }) => [id, type]));
  const listed = live.resources.filter(({ origin }) => origin?.kind === "live");
  expect(listed.filter(({ id, type }) => types.get(id) !== type).map(({ id, type }) => ({ id, type, planned: types.get(id) }))).toEqual([]);

  const inside = (id: string): string => id.replace(/^outside:/, "");
  const lines = new Map<string, Set<string>>();
  for (const { kind, from, to } of planned.edges) {
    const pair = [inside(from), inside(to)].sort().join(" ");
    lines.set(pair, (lines.get(pair) ?? new Set()).add(`${kind} from ${inside(from)}`));
  }
  const told = live.edges.map(({ kind, from, to }) => ({ pair: [inside(from), inside(to)].sort().join(" "), line: `${kind} from ${inside(from)}` }));
  const shared = told.filter(({ pair }) => lines.has(pair));
  expect(shared.length).toBeGreaterThan(60);
  expect(shared.filter(({ pair, line }) => lines.get(pair)?.has(line) !== true)).toEqual([]);
  // What Azure alone tells is told by no field of the fixtures: a public address's holder, the group of a thing.
  expect(told.length - shared.length).toBeLessThan(20);
});
