import type { CollectedResource } from "../../core/resource/collected";
import { azure, azureGroup, subscription } from "./azure";
import type { AzureNetwork } from "./azure-network";
import { all, inside, openToInternet, thing, to, type Moment } from "./thing";

/** Larkfield's offices: the ERP on virtual machines, the supplier portal, and the warehouse software on Kubernetes. */
export function azureEstate(moment: Moment, network: AzureNetwork): CollectedResource[] {
  const account = thing({ provider: "azure", type: "Microsoft.Resources/subscriptions", id: `/subscriptions/${subscription}`, name: "Larkfield corporate", account: subscription, region: null }, {});
  const shared = sharedServices();
  const erp = erpSystem(moment, network, shared);
  return [account, ...network.items, ...shared.items, ...erp, ...supplierPortal(moment, network, shared), ...warehouse(moment, network, shared)];
}

interface Shared {
  logs: CollectedResource;
  vault: CollectedResource;
  key: CollectedResource;
  onCall: CollectedResource;
  backup: CollectedResource;
  items: CollectedResource[];
}

function sharedServices(): Shared {
  const group = azureGroup("rg-shared");
  const logs = azure(group, "Microsoft.OperationalInsights/workspaces/log-corp", { properties: { retentionDays: 90, sku: "PerGB2018" } });
  const vault = azure(group, "Microsoft.KeyVault/vaults/kv-larkfield", { properties: { vaultUri: "https://kv-larkfield.vault.azure.net/", purgeProtection: true }, links: [to("writes", logs, "diagnosticSettings[].properties.workspaceId")] });
  const key = azure(group, "Microsoft.KeyVault/vaults/kv-larkfield/keys/disks", { links: [inside(vault, "id")] });
  const onCall = azure(group, "Microsoft.Insights/actionGroups/ag-on-call");
  const backup = azure(group, "Microsoft.RecoveryServices/vaults/rsv-corp", { properties: { redundancy: "GeoRedundant" } });
  return { logs, vault, key, onCall, backup, items: [group, logs, vault, key, onCall, backup] };
}

function erpSystem(moment: Moment, network: AzureNetwork, shared: Shared): CollectedResource[] {
  const now = moment === "now";
  const group = azureGroup("rg-erp");
  const encryption = azure(group, "Microsoft.Compute/diskEncryptionSets/des-erp", { links: [to("encrypted-by", shared.key, "properties.activeKey.keyUrl")] });
  const balancer = azure(group, "Microsoft.Network/loadBalancers/lbi-erp", {
    properties: { sku: "Standard", internal: true },
    links: [inside(network.subnets.app, "properties.frontendIPConfigurations[].properties.subnet.id")],
  });
  const machines = ["vm-erp-app-1", "vm-erp-app-2", ...(now ? [] : ["vm-erp-legacy"])].flatMap((name, index) => {
    const card = azure(group, `Microsoft.Network/networkInterfaces/nic-${name}`, {
      properties: { privateIPAddress: `10.61.1.${10 + index}` },
      links: [inside(network.subnets.app, "properties.ipConfigurations[].properties.subnet.id"), name === "vm-erp-legacy" ? null : { ...to("routes-to", balancer, "properties.ipConfigurations[].properties.loadBalancerBackendAddressPools[].id"), direction: "in" }],
    });
    const disk = azure(group, `Microsoft.Compute/disks/osdisk-${name}`, { state: "Attached", zone: String(index + 1), properties: { sku: "Premium_LRS", diskSizeGB: 128 }, links: [to("encrypted-by", encryption, "properties.encryption.diskEncryptionSetId")] });
    const machine = azure(group, `Microsoft.Compute/virtualMachines/${name}`, {
      state: name === "vm-erp-legacy" ? "deallocated" : "running",
      zone: String(index + 1),
      properties: { vmSize: now ? "Standard_D4ds_v5" : "Standard_D4s_v4", os: "Windows Server 2022" },
      links: [to("connects-to", card, "properties.networkProfile.networkInterfaces[].id"), to("depends-on", disk, "properties.storageProfile.osDisk.managedDisk.id"), to("backs-up-to", shared.backup, "protectedItems[].properties.sourceResourceId")],
    });
    return [card, disk, machine];
  });
  const server = azure(group, "Microsoft.Sql/servers/sql-larkfield-erp", { state: "Ready", properties: { fullyQualifiedDomainName: "sql-larkfield-erp.database.windows.net", publicNetworkAccess: "Disabled" } });
  const databases = ["erp", "erp-reporting"].map((name) => azure(group, `Microsoft.Sql/servers/sql-larkfield-erp/databases/${name}`, { state: "Online", properties: { sku: name === "erp" ? "BC_Gen5_4" : "S3" }, links: [inside(server, "id")] }));
  const endpoint = azure(group, "Microsoft.Network/privateEndpoints/pe-sql-erp", {
    links: [inside(network.subnets.endpoints, "properties.subnet.id"), to("connects-to", server, "properties.privateLinkServiceConnections[].properties.privateLinkServiceId"), to("depends-on", network.zone, "privateDnsZoneGroups[].privateDnsZoneId")],
  });
  const alert = azure(group, "Microsoft.Insights/metricAlerts/erp-cpu-high", { links: [...all("depends-on", machines.filter(({ resource }) => resource.type === "Microsoft.Compute/virtualMachines"), "properties.scopes[]"), to("invokes", shared.onCall, "properties.actions[].actionGroupId")] });
  return [group, encryption, balancer, ...machines, server, ...databases, endpoint, alert];
}

function supplierPortal(moment: Moment, network: AzureNetwork, shared: Shared): CollectedResource[] {
  const now = moment === "now";
  const group = azureGroup("rg-portal");
  const address = azure(group, "Microsoft.Network/publicIPAddresses/pip-portal", { properties: { ipAddress: "198.51.100.30" } });
  const firewall = azure(group, "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf-portal", { properties: { mode: now ? "Prevention" : "Detection" } });
  const plan = azure(group, "Microsoft.Web/serverfarms/plan-portal", { properties: { sku: now ? "P1v3" : "S1", workers: 2 } });
  const insights = azure(group, "Microsoft.Insights/components/appi-portal", { links: [to("writes", shared.logs, "properties.WorkspaceResourceId")] });
  const identity = azure(group, "Microsoft.ManagedIdentity/userAssignedIdentities/id-portal", { links: [to("allows", shared.vault, "roleAssignments[].properties.scope")] });
  const site = (name: string, kind: string): CollectedResource =>
    azure(group, `Microsoft.Web/sites/${name}`, {
      state: "Running",
      properties: { kind, defaultHostName: `${name}.azurewebsites.net`, httpsOnly: true },
      links: [inside(plan, "properties.serverFarmId"), to("connects-to", network.subnets.app, "properties.virtualNetworkSubnetId"), to("assumes", identity, "identity.userAssignedIdentities"), to("writes", insights, "properties.siteConfig.appSettings[].name")],
    });
  const [portal, api] = [site("larkfield-suppliers", "app,linux"), site("larkfield-supplier-api", "app,linux")];
  portal.refs.push({ ...to("connects-to", api, "properties.siteConfig.appSettings[].name"), certainty: "derived" });
  const gateway = azure(group, "Microsoft.Network/applicationGateways/agw-portal", {
    state: "Running",
    properties: { sku: "WAF_v2" },
    links: [
      inside(network.subnets.app, "properties.gatewayIPConfigurations[].properties.subnet.id"), to("depends-on", address, "properties.frontendIPConfigurations[].properties.publicIPAddress.id"),
      to("secured-by", firewall, "properties.firewallPolicy.id"), to("routes-to", portal, "properties.backendAddressPools[].properties.backendAddresses[].fqdn"), openToInternet("properties.frontendIPConfigurations[]"),
    ],
  });
  const storage = azure(group, "Microsoft.Storage/storageAccounts/stlarkfieldportal", { properties: { sku: "Standard_ZRS", allowBlobPublicAccess: false }, links: [{ ...to("writes", api, "roleAssignments[].properties.scope"), direction: "in" }] });
  const documents = azure(group, "Microsoft.Storage/storageAccounts/stlarkfieldportal/blobServices/default/containers/documents", { links: [inside(storage, "id")] });
  const cache = azure(group, "Microsoft.Cache/redis/redis-portal", { state: "Succeeded", properties: { sku: "Standard C1" }, links: [{ ...to("connects-to", portal, "properties.siteConfig.connectionStrings[].name"), direction: "in", certainty: "derived" }] });
  return [group, address, firewall, plan, insights, identity, portal, api, gateway, storage, documents, ...(now ? [cache] : [])];
}

function warehouse(moment: Moment, network: AzureNetwork, shared: Shared): CollectedResource[] {
  const group = azureGroup("rg-warehouse");
  const registry = azure(group, "Microsoft.ContainerRegistry/registries/crlarkfield", { properties: { loginServer: "crlarkfield.azurecr.io", sku: "Premium" } });
  const cluster = azure(group, "Microsoft.ContainerService/managedClusters/aks-warehouse", {
    state: "Running",
    properties: { kubernetesVersion: moment === "now" ? "1.33.2" : "1.32.6" },
    links: [inside(network.subnets.aks, "properties.agentPoolProfiles[].vnetSubnetID"), to("writes", shared.logs, "properties.addonProfiles.omsagent.config"), to("depends-on", registry, "roleAssignments[].properties.scope")],
  });
  const pools = ["system", "scan"].map((name) => azure(group, `Microsoft.ContainerService/managedClusters/aks-warehouse/agentPools/${name}`, { state: "Running", properties: { vmSize: "Standard_D4ds_v5", count: name === "scan" ? 4 : 2 }, links: [inside(cluster, "id")] }));
  const bus = azure(group, "Microsoft.ServiceBus/namespaces/sb-larkfield", { state: "Active", properties: { sku: "Premium" } });
  const queues = ["picking", "returns"].map((name) => azure(group, `Microsoft.ServiceBus/namespaces/sb-larkfield/queues/${name}`, { state: "Active", links: [inside(bus, "id"), { ...to("writes", cluster, "roleAssignments[].properties.scope"), direction: "in" }] }));
  const stock = azure(group, "Microsoft.DBforPostgreSQL/flexibleServers/psql-stock", { state: "Ready", properties: { version: "16", sku: "Standard_D4ds_v5" }, links: [inside(network.subnets.data, "properties.network.delegatedSubnetResourceId"), { ...to("connects-to", cluster, "deployments[].env[].name"), direction: "in", certainty: "derived" }] });
  return [group, registry, cluster, ...pools, bus, ...queues, stock];
}
