import type { JsonObject } from "../lib/core/json";
import { seededRandom } from "../lib/scenarios/seeded-random";

const locations = ["westeurope", "northeurope", "germanywestcentral"] as const;
const rowsPerGroup = 40;
const groupsPerSubscription = 50;

/**
 * What Resource Graph answers for an estate of `count` rows, in the shape of its real bodies (about 2 KB a row): groups of a
 * network, machines with disks and interfaces, sites, databases and stores that name each other. The same count gives the same rows.
 */
export function* azureRows(count: number): Generator<JsonObject> {
  let left = count;
  for (let group = 0; left > 0; group++) {
    const rows = new AzureGroup(group).rows().slice(0, left);
    left -= rows.length;
    yield* rows;
  }
}

class AzureGroup {
  readonly #random;
  readonly #subscription;
  readonly #name;
  readonly #location;

  constructor(group: number) {
    this.#random = seededRandom(group + 1);
    this.#subscription = `5f0e1a2b-0000-4000-8000-${String(Math.floor(group / groupsPerSubscription)).padStart(12, "0")}`;
    this.#name = `rg-shop-${String(group).padStart(4, "0")}`;
    this.#location = this.#random.pick(locations);
  }

  rows(): JsonObject[] {
    const network = this.#id("Microsoft.Network/virtualNetworks", "vnet");
    const rules = this.#id("Microsoft.Network/networkSecurityGroups", "nsg");
    const shared = [this.#network(network, rules), this.#securityGroup(rules), this.#plan(), this.#vault(), this.#sqlServer()];
    const rows = [...shared];
    for (let index = 0; rows.length < rowsPerGroup; index++) {
      const machine = this.#machine(index, `${network}/subnets/${this.#random.pick(["web", "app", "data"])}`, rules);
      rows.push(...machine, ...(index % 2 === 0 ? [this.#store(index, `${network}/subnets/data`), this.#site(index, `${network}/subnets/app`)] : [this.#database(index)]));
    }
    return rows.slice(0, rowsPerGroup);
  }

  /** A part's path has the names of all above it: `servers/s/databases/d`. */
  #id(type: string, path: string): string {
    const [provider, kind] = type.split("/");
    return `/subscriptions/${this.#subscription}/resourceGroups/${this.#name}/providers/${provider}/${kind}/${path}`;
  }

  #row(type: string, path: string, properties: JsonObject, more: JsonObject = {}): JsonObject {
    return {
      id: this.#id(type, path), name: path.split("/").at(-1) ?? path, type: type.toLowerCase(), tenantId: "9d0c3f77-0000-4000-8000-000000000001", kind: "", location: this.#location,
      resourceGroup: this.#name.toLowerCase(), subscriptionId: this.#subscription, managedBy: "", sku: null, plan: null, identity: null, zones: null, extendedLocation: null,
      tags: { environment: this.#random.pick(["prod", "stage", "dev"]), "cost-center": String(4000 + this.#random.whole(0, 30)), owner: `team-${this.#random.whole(1, 20)}@example.com`, application: "shop" },
      properties: { provisioningState: "Succeeded", resourceGuid: this.#guid(), ...properties },
      ...more,
    };
  }

  #guid(): string {
    const digits = () => this.#random.whole(0x10000, 0xfffff).toString(16);
    return `${digits()}abc-0000-4000-8000-${digits()}${digits()}ab`;
  }

  #address(): string {
    return `10.${this.#random.whole(0, 250)}.${this.#random.whole(0, 250)}.${this.#random.whole(4, 250)}`;
  }

  #network(id: string, rules: string): JsonObject {
    const subnets = ["web", "app", "data"].map((name, index) => ({
      id: `${id}/subnets/${name}`, name, type: "Microsoft.Network/virtualNetworks/subnets", etag: `W/"${this.#guid()}"`,
      properties: { provisioningState: "Succeeded", addressPrefix: `10.0.${index}.0/24`, networkSecurityGroup: { id: rules }, delegations: [], privateEndpointNetworkPolicies: "Disabled", privateLinkServiceNetworkPolicies: "Enabled" },
    }));
    return this.#row("Microsoft.Network/virtualNetworks", "vnet", { addressSpace: { addressPrefixes: ["10.0.0.0/16"] }, subnets, virtualNetworkPeerings: [], enableDdosProtection: false });
  }

  #securityGroup(id: string): JsonObject {
    const securityRules = ["web", "app", "data"].map((name, index) => ({
      id: `${id}/securityRules/${name}`, name, type: "Microsoft.Network/networkSecurityGroups/securityRules", etag: `W/"${this.#guid()}"`,
      properties: { provisioningState: "Succeeded", priority: 100 + index, direction: "Inbound", access: "Allow", protocol: "Tcp", sourceAddressPrefix: "10.0.0.0/8", sourcePortRange: "*", destinationAddressPrefix: "*", destinationPortRange: "443", sourceAddressPrefixes: [], destinationPortRanges: [] },
    }));
    return this.#row("Microsoft.Network/networkSecurityGroups", "nsg", { securityRules, defaultSecurityRules: [] });
  }

  #machine(index: number, subnet: string, rules: string): JsonObject[] {
    const machine = this.#id("Microsoft.Compute/virtualMachines", `vm-${index}`);
    const nic = this.#id("Microsoft.Network/networkInterfaces", `nic-${index}`);
    const disk = this.#id("Microsoft.Compute/disks", `disk-${index}`);
    return [
      this.#row("Microsoft.Compute/virtualMachines", `vm-${index}`, {
        vmId: this.#guid(), timeCreated: "2025-03-04T09:12:44.1234567+00:00", hardwareProfile: { vmSize: this.#random.pick(["Standard_D4s_v5", "Standard_B2ms", "Standard_E8s_v5"]) },
        storageProfile: {
          imageReference: { publisher: "Canonical", offer: "0001-com-ubuntu-server-jammy", sku: "22_04-lts-gen2", version: "latest", exactVersion: "22.04.202502110" },
          osDisk: { osType: "Linux", name: `disk-${index}`, createOption: "FromImage", caching: "ReadWrite", managedDisk: { id: disk, storageAccountType: "Premium_LRS" }, deleteOption: "Detach", diskSizeGB: 64 }, dataDisks: [],
        },
        osProfile: { computerName: `shop-${index}`, adminUsername: "azureuser", linuxConfiguration: { disablePasswordAuthentication: true, provisionVMAgent: true, patchSettings: { patchMode: "ImageDefault", assessmentMode: "ImageDefault" } }, allowExtensionOperations: true },
        networkProfile: { networkInterfaces: [{ id: nic, properties: { primary: true, deleteOption: "Detach" } }] },
        diagnosticsProfile: { bootDiagnostics: { enabled: true } }, securityProfile: { securityType: "TrustedLaunch", uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } },
        extended: { instanceView: { powerState: { code: "PowerState/running", level: "Info", displayStatus: "VM running" }, computerName: `shop-${index}`, osName: "ubuntu", osVersion: "22.04" } },
      }, { zones: [String(1 + (index % 3))], identity: { type: "SystemAssigned", principalId: this.#guid(), tenantId: "9d0c3f77-0000-4000-8000-000000000001" } }),
      this.#row("Microsoft.Network/networkInterfaces", `nic-${index}`, {
        ipConfigurations: [{
          id: `${nic}/ipConfigurations/internal`, name: "internal", type: "Microsoft.Network/networkInterfaces/ipConfigurations", etag: `W/"${this.#guid()}"`,
          properties: { provisioningState: "Succeeded", privateIPAddress: this.#address(), privateIPAllocationMethod: "Dynamic", privateIPAddressVersion: "IPv4", primary: true, subnet: { id: subnet } },
        }],
        dnsSettings: { dnsServers: [], appliedDnsServers: [], internalDomainNameSuffix: "abcdefghijklmnop.ax.internal.cloudapp.net" }, macAddress: "00-0D-3A-AA-BB-CC", enableAcceleratedNetworking: true,
        enableIPForwarding: false, networkSecurityGroup: { id: rules }, primary: true, virtualMachine: { id: machine }, hostedWorkloads: [], tapConfigurations: [], nicType: "Standard", allowPort25Out: true, auxiliaryMode: "None",
      }),
      this.#row("Microsoft.Compute/disks", `disk-${index}`, {
        osType: "Linux", hyperVGeneration: "V2", diskSizeGB: 64, diskSizeBytes: 68719476736, diskIOPSReadWrite: 240, diskMBpsReadWrite: 50, diskState: "Attached", tier: "P6", timeCreated: "2025-03-04T09:12:45.9876543+00:00",
        creationData: { createOption: "FromImage", imageReference: { id: `/Subscriptions/${this.#subscription}/Providers/Microsoft.Compute/Locations/${this.#location}/Publishers/Canonical/ArtifactTypes/VMImage/Offers/0001-com-ubuntu-server-jammy/Skus/22_04-lts-gen2/Versions/22.04.202502110` } },
        encryption: { type: "EncryptionAtRestWithPlatformKey" }, networkAccessPolicy: "AllowAll", publicNetworkAccess: "Enabled", supportsHibernation: true, supportedCapabilities: { diskControllerTypes: "SCSI, NVMe", acceleratedNetwork: true, architecture: "x64" },
      }, { managedBy: machine, sku: { name: "Premium_LRS", tier: "Premium" }, zones: [String(1 + (index % 3))] }),
    ];
  }

  #store(index: number, subnet: string): JsonObject {
    const name = `st${this.#guid().slice(0, 8)}${index}`;
    const endpoints = Object.fromEntries(["blob", "file", "queue", "table", "dfs", "web"].map((service) => [service, `https://${name}.${service}.core.windows.net/`]));
    const encryption = { keySource: "Microsoft.Storage", requireInfrastructureEncryption: false, services: { blob: { enabled: true, keyType: "Account", lastEnabledTime: "2025-01-10T10:00:00.0Z" }, file: { enabled: true, keyType: "Account", lastEnabledTime: "2025-01-10T10:00:00.0Z" } } };
    const networkAcls = { bypass: "AzureServices", defaultAction: "Deny", ipRules: [], virtualNetworkRules: [{ id: subnet, action: "Allow", state: "Succeeded" }] };
    return this.#row("Microsoft.Storage/storageAccounts", name, {
      primaryEndpoints: endpoints, primaryLocation: this.#location, statusOfPrimary: "available", creationTime: "2025-01-10T10:00:00.0Z", accessTier: "Hot", supportsHttpsTrafficOnly: true, allowBlobPublicAccess: false,
      minimumTlsVersion: "TLS1_2", encryption, networkAcls, privateEndpointConnections: [],
    }, { kind: "StorageV2", sku: { name: "Standard_LRS", tier: "Standard" } });
  }

  #site(index: number, subnet: string): JsonObject {
    const host = `app-${this.#name}-${index}.azurewebsites.net`;
    const hosts = [host, `app-${this.#name}-${index}.scm.azurewebsites.net`];
    return this.#row("Microsoft.Web/sites", `app-${index}`, {
      state: "Running", hostNames: [host], enabledHostNames: hosts, repositorySiteName: `app-${index}`, usageState: "Normal", enabled: true, adminEnabled: true, availabilityState: "Normal", serverFarmId: this.#id("Microsoft.Web/serverfarms", "plan"),
      virtualNetworkSubnetId: subnet, defaultHostName: host, httpsOnly: true, clientAffinityEnabled: false, outboundIpAddresses: Array.from({ length: 8 }, () => this.#address()).join(","),
      possibleOutboundIpAddresses: Array.from({ length: 24 }, () => this.#address()).join(","), siteConfig: { numberOfWorkers: 1, linuxFxVersion: "NODE|20-lts", alwaysOn: true, http20Enabled: true, minimumElasticInstanceCount: 0, functionAppScaleLimit: 0 },
      hostNameSslStates: hosts.map((name) => ({ name, sslState: "Disabled", hostType: "Standard", virtualIP: null, thumbprint: null, toUpdate: null })),
      sku: "PremiumV3", redundancyMode: "None", publicNetworkAccess: "Enabled", lastModifiedTimeUtc: "2025-06-01T12:00:00.0000000",
    }, { kind: "app,linux", identity: { type: "SystemAssigned", principalId: this.#guid(), tenantId: "9d0c3f77-0000-4000-8000-000000000001" } });
  }

  #plan(): JsonObject {
    return this.#row("Microsoft.Web/serverfarms", "plan", { status: "Ready", maximumNumberOfWorkers: 30, numberOfSites: 6, reserved: true, zoneRedundant: false }, { kind: "linux", sku: { name: "P1v3", tier: "PremiumV3", capacity: 2 } });
  }

  #vault(): JsonObject {
    const name = `kv-${this.#name}`;
    return this.#row("Microsoft.KeyVault/vaults", name, { sku: { family: "A", name: "standard" }, enableRbacAuthorization: true, vaultUri: `https://${name}.vault.azure.net/`, enableSoftDelete: true, publicNetworkAccess: "Disabled", accessPolicies: [] });
  }

  #sqlServer(): JsonObject {
    const name = `sql-${this.#name}`;
    return this.#row("Microsoft.Sql/servers", name, { administratorLogin: "sqladmin", version: "12.0", state: "Ready", fullyQualifiedDomainName: `${name}.database.windows.net`, privateEndpointConnections: [], minimalTlsVersion: "1.2", publicNetworkAccess: "Disabled" });
  }

  #database(index: number): JsonObject {
    return this.#row("Microsoft.Sql/servers/databases", `sql-${this.#name}/databases/db-${index}`, {
      collation: "SQL_Latin1_General_CP1_CI_AS", maxSizeBytes: 34359738368, status: "Online", databaseId: this.#guid(), creationDate: "2025-02-02T08:00:00.0Z", currentServiceObjectiveName: "GP_Gen5_2", requestedServiceObjectiveName: "GP_Gen5_2",
      defaultSecondaryLocation: "westeurope", catalogCollation: "SQL_Latin1_General_CP1_CI_AS", zoneRedundant: false, licenseType: "LicenseIncluded", readScale: "Disabled", earliestRestoreDate: "2025-11-01T00:00:00.0Z",
      currentSku: { name: "GP_Gen5", tier: "GeneralPurpose", family: "Gen5", capacity: 2 }, currentBackupStorageRedundancy: "Geo", requestedBackupStorageRedundancy: "Geo", isLedgerOn: false,
    }, { kind: "v12.0,user,vcore", sku: { name: "GP_Gen5", tier: "GeneralPurpose", family: "Gen5", capacity: 2 } });
  }
}
